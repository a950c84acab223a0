import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SliSeries } from "#evidence/sli-series.ts";
import { budgetOf } from "#insight/reliability/budget.ts";
import { isAbove, meets } from "#insight/reliability/exact-ratio.ts";
import { errorBudget } from "#insight/reliability/objective.ts";
import { SliIndex } from "#insight/reliability/sli-index.ts";
import { bySlice, isCountedAcross } from "#insight/reliability/slices.ts";

const series = (counts: readonly (readonly [good: number, total: number])[]): SliSeries => ({
  sliceSeconds: 60,
  weighting: "events",
  slices: counts.map(([good, total], index) => ({ at: index * 60, good, total, line: null })),
  origin: { source: "csv", where: "whistles.csv" },
});

describe("error budgets", () => {
  it("are the number that one would write", () => {
    const nines = ["0.9", "0.99", "0.999", "0.9999", "0.99999", "0.999999", "0.9999999"];
    for (const nine of nines)
      expect(errorBudget(Number(nine))).toBe(Number(`1e-${String(nine.length - 2)}`));
    expect([0.9995, 0.95, 0.975, 99.9 / 100].map(errorBudget)).toEqual([
      0.0005, 0.05, 0.025, 0.001,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (bad) => {
        expect(errorBudget(1 - bad / 1e9)).toBe(bad / 1e9);
      }),
      { numRuns: 50 },
    );
  });

  it("are spent by the last event that they allow, and by none before", () => {
    const period = { from: 0, to: 600_000, end: 600_000 };
    const left = (bad: number, total: number, target: number) =>
      budgetOf(new SliIndex(series([[total - bad, total]])), period, target, "occurrences")?.left;
    for (const [allowed, total, target] of [
      [30, 3_000_000, 0.99999],
      [1, 1_000, 0.999],
      [7, 10_000, 0.9993],
    ] as const) {
      expect(left(allowed, total, target)).toBe(0);
      expect(left(allowed - 1, total, target)).toBeGreaterThan(0);
      expect(left(allowed + 1, total, target)).toBeLessThan(0);
    }
  });
});

describe("ratios", () => {
  it("on the target meet it, one event below does not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999 }),
        fc.integer({ min: 1, max: 1e9 }),
        (part, n) => {
          const target = part / 10_000;
          expect(meets(part * n, 10_000 * n, target)).toBe(true);
          expect(meets(part * n - 1, 10_000 * n, target)).toBe(false);
        },
      ),
      { numRuns: 50 },
    );
    expect(meets(0.1 + 0.2, 1, 0.3)).toBe(true);
    expect(meets(94.999_999_999_99, 100, 0.95)).toBe(true);
    expect(meets(94.99, 100, 0.95)).toBe(false);
  });

  it("make a slice good that has exactly what it shall have", () => {
    const judged = bySlice(
      series([
        [95, 100],
        [94, 100],
        [19, 20],
        [0.57, 0.6],
      ]),
      0.95,
    );
    expect(judged.slices.map((one) => one.good)).toEqual([1, 0, 1, 1]);
  });

  it("are above a limit only by more than binary fractions leave", () => {
    expect(isAbove(0.1 + 0.2, 0.3)).toBe(false);
    expect(isAbove(0.3001, 0.3)).toBe(true);
  });
});

describe("stretches that were counted as one", () => {
  const day = 86_400;
  const long = { ...series([[1, 1]]), stretches: [{ from: day, to: 2 * day }] };

  it("say nothing of the slices in them, and much of longer ones", () => {
    expect(isCountedAcross(long, 3_600, 0)).toBe(true);
    expect(isCountedAcross(long, 3_600, 2 * day)).toBe(false);
    expect(isCountedAcross(long, day, 0)).toBe(false);
    expect(isCountedAcross(series([[1, 1]]), 60, 0)).toBe(false);
    expect(new SliIndex(long).grain(0, day)).toBe(60);
    expect(new SliIndex(long).grain(0, day + 1)).toBe(day);
  });
});
