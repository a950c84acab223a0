import { expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { bakery, kit, shop, use } from "./bakery.ts";

const tested = (name: string) => ({
  ...use(name, "oven-kit", "2022-01-01"),
  scope: "reverse-test" as const,
});
const adoptionOf = (...uses: readonly ReturnType<typeof use>[]) =>
  assessAdoption(
    bakery({
      components: [shop("oven"), shop("rye"), shop("oat"), shop("bun")],
      capabilities: [kit("oven-kit")],
      consumptions: [...uses],
    }),
  )[0]!;

test("what others call only to be tested by it has no rate, and says so", () => {
  const found = adoptionOf(tested("rye"), tested("oat"), tested("oven"));
  expect(found).toMatchObject({
    adoptersNow: 0,
    reverseTestersCount: 2,
    rate: null,
    rateNumerator: null,
    reuse: null,
    eligibleCount: 3,
  });
  expect(found.unknown.find(({ field }) => field === "rate")).toMatchObject({
    code: "reverse-tests-only",
    reason: expect.stringContaining("2 components call it only to be tested by it"),
  });
});

test("beside adopters such tests count nowhere", () => {
  const found = adoptionOf(use("rye", "oven-kit", "2022-01-01"), tested("oat"));
  expect(found).toMatchObject({ adoptersNow: 1, reverseTestersCount: 1, rateNumerator: 1 });
});
