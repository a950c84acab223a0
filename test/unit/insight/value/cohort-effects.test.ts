import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averageEffect, cohortEffects } from "#insight/value/cohort-effects.ts";
import type { PanelUnit } from "#insight/value/panel.ts";

const never = Number.POSITIVE_INFINITY;
const unit = (name: string, cohort: number, outcomes: readonly (number | null)[]): PanelUnit => ({
  componentId: name,
  owner: name,
  cohort,
  outcomes: new Map(
    outcomes.flatMap((value, quarter) => (value === null ? [] : [[quarter, value]])),
  ),
});
const cohortsOf = (units: readonly PanelUnit[]): number[] => units.map((one) => one.cohort);

/** The same by its definition, sum by sum: nothing shared with the code it checks. */
function naive(units: readonly PanelUnit[], quarter: number): number | null {
  let sum = 0;
  let weight = 0;
  for (const g of new Set(cohortsOf(units).filter(Number.isFinite))) {
    const change = (one: PanelUnit): number =>
      (one.outcomes.get(g + quarter) ?? NaN) - (one.outcomes.get(g - 1) ?? NaN);
    const treated = units.filter((one) => one.cohort === g).map(change);
    const control = units.filter((one) => one.cohort > g && one.cohort > g + quarter).map(change);
    const [here, there] = [treated, control].map((all) => all.filter((x) => !Number.isNaN(x)));
    if (here!.length === 0 || there!.length < 2) continue;
    const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / all.length;
    sum += here!.length * (mean(here!) - mean(there!));
    weight += here!.length;
  }
  return weight === 0 ? null : sum / weight;
}

describe("group-time effects", () => {
  test("two by two: difference of differences", () => {
    const units = [
      unit("ferry", 1, [10, 6]),
      unit("barge", never, [8, 7]),
      unit("tug", never, [4, 5]),
    ];
    // The ferry fell by 4; the others did not move on average.
    expect(cohortEffects(units, cohortsOf(units), -1, 0)).toEqual([
      { quarter: 0, effect: -4, n: 1 },
    ]);
  });

  test("who adopts later compares until then, and no longer", () => {
    const units = [
      unit("ferry", 1, [0, 1, 1]),
      unit("barge", 2, [0, 0, 5]),
      unit("tug", 2, [0, 0, 5]),
      unit("punt", never, [0, 0, 0]),
      unit("raft", never, [0, 0, 0]),
    ];
    const effects = cohortEffects(units, cohortsOf(units), 0, 1);
    // quarter 0: ferry 1, barge and tug 5 each; quarter 1: the ferry against punt and raft only.
    expect(effects).toEqual([
      { quarter: 0, effect: 11 / 3, n: 3 },
      { quarter: 1, effect: 1, n: 1 },
    ]);
  });

  test("a single component to compare with is not enough", () => {
    const units = [unit("ferry", 1, [0, 1]), unit("barge", never, [0, 0])];
    expect(cohortEffects(units, cohortsOf(units), 0, 3)).toEqual([]);
    expect(averageEffect([], 0, 3)).toBeNull();
  });

  test("agrees with the definition", () => {
    const outcome = fc.option(fc.integer({ min: -20, max: 20 }), { nil: null });
    const member = fc.tuple(
      fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constant(never)),
      fc.array(outcome, { minLength: 8, maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(member, { minLength: 2, maxLength: 12 }), (members) => {
        const units = members.map(([cohort, row], index) =>
          unit(`boat ${String(index)}`, cohort, row),
        );
        const found = new Map(
          cohortEffects(units, cohortsOf(units), -4, 6).map((one) => [one.quarter, one.effect]),
        );
        for (let quarter = -4; quarter <= 6; quarter++) {
          if (quarter === -1) continue;
          const expected = naive(units, quarter);
          if (expected === null) expect(found.has(quarter)).toBe(false);
          else expect(found.get(quarter)).toBeCloseTo(expected, 9);
        }
      }),
    );
  });
});
