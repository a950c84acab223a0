import { describe, expect, it } from "vitest";
import { bootstrap, permutationTest, seededRandom } from "#kernel/stats-resample.ts";

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("seededRandom", () => {
  it("repeats itself for one seed, and differs between like seeds from the first number on", () => {
    const draw = (seed: string) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw("oven")).toEqual(draw("oven"));
    const firsts = Array.from({ length: 1000 }, (_, index) => seededRandom(`oven ${index}`)());
    expect(new Set(firsts).size).toBeGreaterThan(995);
    expect(mean(firsts)).toBeGreaterThan(0.46);
    expect(mean(firsts)).toBeLessThan(0.54);
    expect(Math.min(...firsts)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...firsts)).toBeLessThan(1);
  });
});

describe("bootstrap", () => {
  it("is as wide as the textbook says for a sample of its size", () => {
    const sample = Array.from({ length: 100 }, (_, index) => index);
    const { low, high } = bootstrap(sample, mean, 2000, seededRandom("width"));
    // Standard error 2.90 of a mean of 49.5; 1.96 of them on either side. Coverage itself: test/exactness.
    expect((high - low) / 2).toBeGreaterThan(5.1);
    expect((high - low) / 2).toBeLessThan(6.3);
    expect(low).toBeLessThan(49.5);
    expect(high).toBeGreaterThan(49.5);
  });
});

describe("permutationTest", () => {
  it("comes near the exact p-value of a small table", () => {
    // Of the 20 ways to choose 3 of 6, only the observed one and its mirror are as extreme: 2 ÷ 20.
    const p = permutationTest([1, 2, 3], [10, 11, 12], 20_000, seededRandom("exact"));
    expect(p).toBeGreaterThan(0.09);
    expect(p).toBeLessThan(0.11);
  });

  it("is never 0 and is 1 for equal samples", () => {
    expect(permutationTest([1, 1], [1, 1], 99, seededRandom("equal"))).toBe(1);
    expect(
      permutationTest(
        Array.from({ length: 20 }, (_, i) => i),
        Array.from({ length: 20 }, (_, i) => i + 500),
        99,
        seededRandom("far"),
      ),
    ).toBe(0.01);
  });
});
