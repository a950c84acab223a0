import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessObjective } from "#insight/reliability/assess-objective.ts";
import { loaves, noon, series } from "#fixtures/objective-bakery.ts";
import type { BudgetingMethod } from "#vocabulary/reliability.ts";

const minute = 60;
const hour = 3_600;
const day = 86_400;
const slice = 10 * minute;
const coarse = 30 * minute;

/** What one slice of ten minutes held; null: it was not observed. */
type Slot = { readonly good: number; readonly bad: number } | null;

interface Lived {
  readonly slots: readonly Slot[];
  readonly permille: number;
  readonly method: BudgetingMethod;
  readonly sliceTarget: number;
  readonly days: number;
}

/** One event after the other, counted on fingers: nothing of the code under test. */
function simulate({ slots, permille, method, sliceTarget, days }: Lived) {
  const start = noon - slots.length * slice;
  const coarseBy = new Map<number, { good: number; all: number }>();
  const events: { readonly at: number; readonly isGood: boolean }[] = [];
  slots.forEach((slot, index) => {
    const at = start + index * slice;
    if (slot === null) return;
    const place = Math.floor(at / coarse);
    const whole = coarseBy.get(place) ?? { good: 0, all: 0 };
    coarseBy.set(place, whole);
    for (let number = 0; number < slot.good + slot.bad; number++) {
      const isGood = number < slot.good;
      events.push({ at, isGood });
      whole.all++;
      if (isGood) whole.good++;
    }
  });
  /** How many units there were in [from, noon), and how much of them was bad. */
  const lived = (from: number): { all: number; bad: number } => {
    let all = 0;
    let bad = 0;
    if (method === "occurrences")
      for (const event of events) {
        if (event.at < from) continue;
        all++;
        if (!event.isGood) bad++;
      }
    else
      for (const [place, whole] of coarseBy) {
        if (place * coarse < from || whole.all === 0) continue;
        all++;
        const share = whole.good / whole.all;
        if (method === "ratio-timeslices") bad += 1 - share;
        else if (share < sliceTarget) bad++;
      }
    return { all, bad };
  };
  const period = lived(noon - days * day);
  const units = method === "occurrences" ? period.all : (days * day) / coarse;
  const allowed = ((1_000 - permille) * units) / 1_000;
  const rate = (seconds: number): number => {
    const { all, bad } = lived(noon - seconds);
    return ((bad / all) * 1_000) / (1_000 - permille);
  };
  return { left: 1 - period.bad / allowed, allowed, spent: period.bad, rate };
}

const slot: fc.Arbitrary<Slot> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ good: fc.nat(12), bad: fc.nat(3) }) },
  {
    weight: 8,
    arbitrary: fc.record({ good: fc.integer({ min: 1, max: 12 }), bad: fc.constant(0) }),
  },
  { weight: 1, arbitrary: fc.constant({ good: 0, bad: 0 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const life: fc.Arbitrary<Lived> = fc
  .record({
    days: fc.integer({ min: 1, max: 4 }),
    permille: fc.constantFrom(500, 900, 950, 990, 999),
    method: fc.constantFrom<BudgetingMethod>("occurrences", "timeslices", "ratio-timeslices"),
    sliceTarget: fc.constantFrom(0.5, 0.9, 1),
  })
  .chain((given) => {
    const length = (given.days * day) / slice;
    return fc
      .array(slot, { minLength: length, maxLength: length, size: "max" })
      .map((slots) => ({ ...given, slots }));
  });

function assessed({ slots, permille, method, sliceTarget, days }: Lived) {
  const start = noon - slots.length * slice;
  return assessObjective(
    loaves({
      target: permille / 1_000,
      method,
      sliceTarget: method === "timeslices" ? sliceTarget : null,
      sliceSeconds: method === "occurrences" ? null : coarse,
      window: { duration: { count: days, unit: "d" }, calendar: null, isAssumed: false },
    }),
    series(days * day, slice, (at) => {
      const found = slots[(at - start) / slice] ?? null;
      return found === null ? null : { good: found.good, total: found.good + found.bad };
    }),
    noon,
  );
}

describe("budget arithmetic against a simulation that counts every event", () => {
  it("agrees on what is allowed, spent and left, on burn rates and on alerts", () => {
    let judged = 0;
    fc.assert(
      fc.property(life, (lived) => {
        const expected = simulate(lived);
        const status = assessed(lived);
        if (status.budget !== null) {
          judged++;
          expect(status.budget.allowed).toBeCloseTo(expected.allowed, 6);
          expect(status.budget.spent).toBeCloseTo(expected.spent, 6);
          expect(status.budget.left).toBeCloseTo(expected.left, 6);
          expect(status.burnDown.at(-1)?.budgetLeft).toBeCloseTo(expected.left, 6);
          expect(status.state === "spent").toBe(status.budget.left <= 0);
        }
        for (const { windowSeconds, rate } of status.burnRates)
          if (rate !== null) expect(rate).toBeCloseTo(expected.rate(windowSeconds), 6);
        for (const { state, factor, longSeconds, shortSeconds } of status.alerts) {
          const rates = [expected.rate(longSeconds), expected.rate(shortSeconds)];
          // Where a rate is the factor but for dust of floating point, either answer is right.
          if (state === "unknown" || rates.some((one) => Math.abs(one - factor) < 1e-9)) continue;
          const isFiring = rates.every((one) => one > factor);
          expect([longSeconds, state]).toEqual([longSeconds, isFiring ? "firing" : "quiet"]);
        }
      }),
      { numRuns: 60 },
    );
    // The property would hold for a function that never answers.
    expect(judged).toBeGreaterThan(30);
  });
});

describe("slices without traffic", () => {
  it("were observed: a service that sleeps at night has burn rates", () => {
    const status = assessObjective(
      loaves({ method: "timeslices", sliceTarget: 0.9, sliceSeconds: hour, target: 0.9 }),
      series(30 * day, hour, (at) =>
        at % day < 8 * hour ? { good: 99, total: 100 } : { good: 0, total: 0 },
      ),
      noon,
    );
    expect(status).toMatchObject({ state: "ok", coverage: 1 });
    expect(status.burnRates.map((one) => [one.windowSeconds / hour, one.rate])).toEqual([
      [1, null],
      [6, 0],
      [24, 0],
      [72, 0],
      [720, 0],
    ]);
    expect(status.burnRates[0]?.reason).toBe("nothing happened in the window");
  });
});
