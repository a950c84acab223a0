import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  benjaminiHochberg,
  hillNumber,
  quantileOf,
  simpsonConcentration,
  theilSen,
  weightedMedian,
  wilsonInterval,
} from "#kernel/stats-summary.ts";

describe("quantileOf", () => {
  it("is type 7, as R's quantile() by default", () => {
    const values = [7, 1, 9, 3];
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantileOf(values, p))).toEqual([1, 2.5, 5, 8.4, 9]);
    expect(quantileOf([], 0.5)).toBeNaN();
  });
});

describe("weightedMedian", () => {
  it("is where half of the weight is reached", () => {
    const one = (value: number, weight: number) => ({ value, weight });
    expect(weightedMedian([one(9, 1), one(1, 1), one(5, 1)])).toBe(5);
    expect(weightedMedian([one(1, 1), one(9, 5)])).toBe(9);
    expect(weightedMedian([one(1, 2), one(4, 0), one(9, 2)])).toBe(5);
    expect(weightedMedian([one(4, 0)])).toBeNaN();
    expect(weightedMedian([])).toBeNaN();
  });

  it("is the median of each value as often as it weighs", () => {
    const weighted = fc.record({ value: fc.integer(), weight: fc.integer({ min: 0, max: 5 }) });
    fc.assert(
      fc.property(fc.array(weighted, { maxLength: 12 }), (values) => {
        const each = values.flatMap(({ value, weight }) => Array<number>(weight).fill(value));
        const median = quantileOf(each, 0.5);
        expect(weightedMedian(values)).toEqual(median === 0 ? expect.closeTo(0) : median);
      }),
    );
  });
});

describe("wilsonInterval", () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("reproduces the published limits of %i out of %i", (successes, trials, low, high) => {
    expect(wilsonInterval(successes, trials).low).toBeCloseTo(low, 4);
    expect(wilsonInterval(successes, trials).high).toBeCloseTo(high, 4);
  });

  it("holds the share and mirrors", () => {
    const pair = fc
      .integer({ min: 1, max: 500 })
      .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
    fc.assert(
      fc.property(pair, ([successes, trials]) => {
        const { low, high } = wilsonInterval(successes, trials);
        expect(low).toBeLessThanOrEqual(successes / trials);
        expect(high).toBeGreaterThanOrEqual(successes / trials);
        expect(wilsonInterval(trials - successes, trials).low).toBeCloseTo(1 - high, 10);
      }),
    );
  });
});

describe("theilSen", () => {
  it("reproduces the worked example of Sen (1968), slope 4", () => {
    const fit = theilSen([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78]);
    expect(fit?.slope).toBeCloseTo(4, 10);
    expect(fit?.intercept).toBeCloseTo(6, 10);
  });

  it("is not moved by one wild value, and says nothing without two different x", () => {
    expect(theilSen([0, 1, 2, 3, 4], [1, 3, 5, 700, 9])?.slope).toBeCloseTo(2, 10);
    expect(theilSen([3, 3], [1, 2])).toBeNull();
  });
});

describe("diversity", () => {
  it("follows the definitions on shares 1/2, 1/4, 1/4", () => {
    const counts = [4, 2, 2, 0];
    expect(simpsonConcentration(counts)).toBeCloseTo(0.375, 12);
    expect(hillNumber(counts, 0)).toBeCloseTo(3, 12);
    expect(hillNumber(counts)).toBeCloseTo(2 ** 1.5, 12);
    expect(hillNumber(counts, 2)).toBeCloseTo(1 / 0.375, 12);
    expect(hillNumber([])).toBeNaN();
  });

  it("counts n equal kinds as n, of any order, and falls as the order rises", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1 }), (counts) => {
        const equal = counts.map(() => 7);
        for (const order of [0, 1, 2]) {
          expect(hillNumber(equal, order)).toBeCloseTo(counts.length, 6);
        }
        expect(hillNumber(counts, 0)).toBeGreaterThanOrEqual(hillNumber(counts, 1) - 1e-9);
        expect(hillNumber(counts, 1)).toBeGreaterThanOrEqual(hillNumber(counts, 2) - 1e-9);
      }),
    );
  });
});

describe("benjaminiHochberg", () => {
  // Benjamini and Hochberg 1995, JRSS B 57:289, section 3.2: fifteen p-values, four rejected at 0.05.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
    0.6528, 0.759, 1,
  ];

  it("rejects the four of the published example", () => {
    const adjusted = benjaminiHochberg(published);
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
    expect(adjusted[0]).toBeCloseTo(0.0015, 10);
    expect(adjusted[3]).toBeCloseTo(0.035625, 10);
    expect(adjusted[5]).toBeCloseTo(0.0298 * (15 / 7), 10);
  });

  it("answers in the order asked", () => {
    const shuffled = published.toReversed();
    expect(benjaminiHochberg(shuffled)).toEqual(benjaminiHochberg(published).toReversed());
  });
});
