import { describe, expect, it } from "vitest";
import { aicc, fitBass, fitLogistic, straightLine } from "#kernel/stats-growth.ts";

/**
 * Adoptions in thousands, from 1949 (air conditioners, dryers) and 1963 (colour television), as tabled by Bass (1969)
 * and Srinivasan and Mason (1986), "Nonlinear least squares estimation of new product diffusion models", Marketing
 * Science 5(2). Expected m, p, q: their estimates for air conditioners (18,713; 0.0094; 0.3748), and for all three the
 * digits of an independent fit by scipy.optimize.curve_fit.
 */
const airConditioners = [96, 195, 238, 380, 1045, 1230, 1267, 1828, 1586, 1673, 1800, 1580, 1500];
const televisions = [747, 1480, 2646, 5118, 5777, 5982, 5962, 4631];
const dryers = [106, 319, 492, 635, 737, 890, 1397, 1523, 1294, 1240, 1425, 1260, 1236];

const increments = (cumulative: (period: number) => number, periods: number): number[] =>
  Array.from({ length: periods }, (_, index) => cumulative(index + 1) - cumulative(index));

describe("fitBass", () => {
  it.each([
    ["room air conditioners", airConditioners, 18_712.7, 0.00944204, 0.37476349, 341_468.41],
    ["colour televisions", televisions, 39_658.6, 0.01846636, 0.61586466, 955_792.03],
    ["clothes dryers", dryers, 16_496.99, 0.01359621, 0.32670291, 212_777.44],
  ])("reproduces the published estimates for %s", (_, sales, m, p, q, squares) => {
    const fit = fitBass(sales)!;
    expect(fit.ceiling / m).toBeCloseTo(1, 4);
    expect(fit.parameters["p"]! / p).toBeCloseTo(1, 4);
    expect(fit.parameters["q"]! / q).toBeCloseTo(1, 4);
    expect(fit.residualSumOfSquares / squares).toBeCloseTo(1, 7);
    expect(fit.path(sales.length).at(-1)).toBeLessThan(fit.ceiling);
  });

  it("recovers the curve it is given, its peak included", () => {
    const [m, p, q] = [50, 0.02, 0.3];
    const truth = (t: number) => {
      const decay = Math.exp(-(p + q) * t);
      return (m * (1 - decay)) / (1 + (q / p) * decay);
    };
    const fit = fitBass(increments(truth, 24))!;
    expect(fit.ceiling).toBeCloseTo(m, 3);
    expect(fit.peak).toBeCloseTo(Math.log(q / p) / (p + q), 3);
  });

  it("keeps below the ceiling it is told, and finds nothing in nothing", () => {
    expect(fitBass(airConditioners, 15_000)!.ceiling).toBe(15_000);
    expect(fitBass([0, 0, 0, 0, 0])).toBeNull();
  });
});

describe("fitLogistic", () => {
  it("recovers the curve it is given, what came before the first period included", () => {
    const truth = (t: number) => (t === 0 ? 0 : 40 / (1 + Math.exp(-0.5 * (t - 7))));
    const sales = increments(truth, 18);
    const fit = fitLogistic(sales)!;
    expect(fit.ceiling).toBeCloseTo(40, 3);
    expect(fit.parameters["rate"]).toBeCloseTo(0.5, 4);
    expect(fit.parameters["midpoint"]).toBeCloseTo(7, 3);
    expect(fit.aicc).toBeLessThan(fitBass(sales)!.aicc);
  });
});

describe("aicc", () => {
  it("is n ln(RSS ÷ n) + 2k + 2k(k + 1) ÷ (n − k − 1), and infinite without room for it", () => {
    expect(aicc(20, 10, 4)).toBeCloseTo(10 * Math.log(2) + 8 + 40 / 5, 12);
    expect(aicc(1, 5, 4)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("straightLine", () => {
  it("is the least squares line", () => {
    const line = straightLine([1, 2, 3, 4], [2, 3, 5, 8]);
    expect(line(0)).toBeCloseTo(-0.5, 12);
    expect(line(10)).toBeCloseTo(19.5, 12);
    expect(straightLine([2, 2], [1, 3])(9)).toBe(2);
  });
});
