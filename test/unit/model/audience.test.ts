import { describe, expect, test } from "vitest";
import { audienceOf, commonAudience, isOfAudience } from "#model/audience.ts";
import { shop } from "../insight/adoption/bakery.ts";

const mark = (name: "page" | "route" | "public-host" | "api-route" | "consent") => ({
  mark: name,
  text: name,
  count: 1,
});
const of = (name: string, description: string | null, ...marks: Parameters<typeof mark>[0][]) =>
  shop(name, { description, artefacts: [], surface: marks.map(mark) });

describe("whom a component is made for", () => {
  test.each([
    ["staff by its name", of("orders-admin", null, "page"), "staff"],
    [
      "staff by its description, whatever its host",
      of("till", "For staff", "page", "public-host"),
      "staff",
    ],
    ["the public by its address", of("shop", "Order bread", "page", "public-host"), "public"],
    ["the public by its consent", of("shop", null, "route", "consent"), "public"],
    ["programs where it has no page", of("api", null, "api-route"), "machine"],
    ["nobody knows of a page", of("shop", null, "page"), null],
    ["nobody knows of a library", of("kit", null), null],
    ["a part of a word is none", of("badminton", "A stafford bakery", "page"), null],
  ])("%s", (_, component, expected) => {
    expect(audienceOf(component)).toBe(expected);
  });

  test("is what two thirds of those known are for", () => {
    const staff = of("one-admin", null, "page");
    const visitors = of("shop", null, "page", "consent");
    const unknown = of("page", null, "page");
    expect(commonAudience([staff, staff, visitors, unknown])).toBe("staff");
    expect(commonAudience([staff, visitors])).toBeNull();
    expect(commonAudience([unknown])).toBeNull();
    expect(isOfAudience(unknown, "staff")).toBe(false);
    expect(isOfAudience(unknown, null)).toBe(true);
  });
});
