import { expect, test } from "vitest";
import { kit, on, release, use } from "../adoption/bakery.ts";
import { propose } from "./propose.ts";

test("an upgrade is for those whom it costs something, not for all who use the thing", () => {
  const at = (name: string, version: string) =>
    use(name, "oven-kit", "2019-06-01", null, {
      versions: [{ version, from: on("2019-06-01"), to: null }],
    });
  const [first] = propose({
    capabilities: [
      kit("oven-kit", {
        releases: [release("1.0.0", "2019-01-01"), release("2.0.0", "2020-06-01")],
      }),
    ],
    consumptions: [at("rye", "1.0.0"), at("oat", "1.0.0"), at("pie", "2.0.0")],
  });
  expect(first).toMatchObject({
    kind: "make-easier",
    affectedIds: ["component:oat", "component:rye"],
    reach: { count: 2, unit: "team" },
    forWhom: "2 teams elsewhere that use oven-kit",
  });
});
