import { describe, expect, test } from "vitest";
import { domainKind } from "#insight/staffing/domain-kind.ts";
import { kit } from "../adoption/bakery.ts";

describe("the kind of a domain", () => {
  test.each([
    ["payments", [kit("payment-client"), kit("invoicing-kit"), kit("bread")]],
    ["design", [kit("crust", { kind: "ui-components" }), kit("oven-header")]],
    [
      "infrastructure",
      [kit("base", { kind: "image" }), kit("vpc", { kind: "infrastructure-module" })],
    ],
    ["identity", [kit("flour-sso"), kit("bakery-auth-clients")]],
    ["data", [kit("crumbs", { description: "A client of the search index" })]],
    ["mixed", [kit("bread"), kit("butter"), kit("payment-client")]],
    ["mixed", []],
  ] as const)("%s", (kind, capabilities) => {
    expect(domainKind(capabilities)).toBe(kind);
  });

  test("a name goes before the kind of the thing: an action that takes payments is about payments", () => {
    expect(domainKind([kit("payment-action", { kind: "action" })])).toBe("payments");
  });
});
