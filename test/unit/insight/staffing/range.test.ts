import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultStaffingOptions as options } from "#insight/staffing/options.ts";
import { middleOf, peopleFor, stageOf } from "#insight/staffing/range.ts";

describe("how many people", () => {
  test.each([
    // domains, teams, low, high, stage
    [0, 0, 1, 1, "early"],
    [1, 5, 1, 1, "early"],
    [2, 0, 2, 2, "domains"],
    [3, 5, 3, 3, "domains"],
    [0, 6, 1, 1, "teams"],
    [1, 12, 2, 2, "teams"],
    [0, 20, 2, 4, "teams"],
    [4, 12, 2, 4, "domains-and-teams"],
    [2, 30, 2, 5, "domains-and-teams"],
  ] as const)("%i domains and %i teams: %i to %i", (domains, teams, low, high, stage) => {
    expect(peopleFor(domains, teams, options)).toEqual({ low, high });
    expect(stageOf(domains, teams, options)).toBe(stage);
  });

  test("the middle is in whole people", () => {
    expect(middleOf({ low: 2, high: 4 })).toBe(3);
    expect(middleOf({ low: 2, high: 5 })).toBe(4);
  });

  test("property: never less than one where there is a platform, never low above high", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(400), (domains, teams) => {
        const { low, high } = peopleFor(domains, teams, options);
        expect(low).toBeGreaterThanOrEqual(1);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});
