import { describe, expect, it } from "vitest";
import {
  bootstrap,
  clusteredBootstrap,
  permutationTest,
  seededRandom,
} from "#kernel/stats-resample.ts";

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
  const trials = 300;

  it("covers the mean about 95 times in 100", () => {
    const random = seededRandom("coverage");
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const sample = Array.from({ length: 50 }, () => random() + random() + random());
      const { low, high } = bootstrap(sample, mean, 300, random);
      if (low <= 1.5 && 1.5 <= high) covered += 1;
    }
    expect(covered / trials).toBeGreaterThan(0.91);
    expect(covered / trials).toBeLessThan(0.985);
  });

  it("keeps its coverage for clustered data only when clusters are drawn whole", () => {
    const random = seededRandom("clusters");
    let clustered = 0;
    let naive = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const clusters = Array.from({ length: 30 }, () => {
        const team = random() - 0.5;
        return Array.from({ length: 5 }, () => team + 0.2 * (random() - 0.5));
      });
      const whole = clusteredBootstrap(clusters, mean, 200, random);
      const apart = bootstrap(clusters.flat(), mean, 200, random);
      if (whole.low <= 0 && 0 <= whole.high) clustered += 1;
      if (apart.low <= 0 && 0 <= apart.high) naive += 1;
    }
    expect(clustered / trials).toBeGreaterThan(0.89);
    expect(naive / trials).toBeLessThan(0.75);
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
