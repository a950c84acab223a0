import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gaussHermite, normalCdf, normalQuantile } from "#kernel/stats-normal.ts";

describe("the normal distribution", () => {
  it("has the values of Abramowitz and Stegun, table 26.1", () => {
    const table = [
      [0, 0.5],
      [0.5, 0.69146246127401],
      [1, 0.84134474606854],
      [1.96, 0.97500210485178],
      [3, 0.99865010196837],
      [4, 0.99996832875817],
    ] as const;
    for (const [z, p] of table) {
      expect(normalCdf(z)).toBeCloseTo(p, 13);
      expect(normalCdf(-z)).toBeCloseTo(1 - p, 13);
    }
    expect(normalCdf(-10) / 7.619853024160527e-24).toBeCloseTo(1, 10);
  });

  it("property: the quantile is the inverse", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-13);
      }),
    );
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
  });
});

describe("Gauss–Hermite", () => {
  it("is exact for the moments of the normal distribution up to degree 2n − 1", () => {
    const rule = gaussHermite(21);
    expect(rule).toHaveLength(21);
    let moment = 1;
    for (let degree = 0; degree <= 20; degree += 2) {
      const sum = rule.reduce((total, { z, weight }) => total + weight * z ** degree, 0);
      expect(sum / moment).toBeCloseTo(1, 9);
      moment *= degree + 1;
    }
    expect(rule.reduce((total, { z, weight }) => total + weight * z ** 3, 0)).toBeCloseTo(0, 12);
  });
});
