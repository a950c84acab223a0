import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { quantile } from "./stats-summary.ts";

/** Uniform on [0, 1). Equal seeds give equal sequences on every machine. */
export type Random = () => number;

/** xoroshiro128+ seeded by a text (FNV-1a). */
export function seededRandom(seed: string): Random {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  }
  const generator = xoroshiro128plus(hash);
  // The first outputs of a generator filled from 32 bits hardly depend on the seed.
  for (let index = 0; index < 32; index += 1) generator.next();
  return () => (generator.next() >>> 0) / 0x1_0000_0000;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Percentile interval (Efron 1979) of replicates, quantiles of type 7. `level` is the coverage, 0.95 by default. */
export function percentileInterval(replicates: ArrayLike<number>, level = 0.95): Interval {
  const sorted = Float64Array.from(replicates).sort();
  return {
    low: quantile(sorted, (1 - level) / 2),
    high: quantile(sorted, (1 + level) / 2),
  };
}

/**
 * Calls `visit` once for each replicate with how often each of `count` units was drawn (with replacement).
 * The array is reused: read it, do not keep it. Units are observations, or clusters of them.
 */
export function resample(
  count: number,
  replicates: number,
  random: Random,
  visit: (weights: Uint32Array, replicate: number) => void,
): void {
  const weights = new Uint32Array(count);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    weights.fill(0);
    for (let draw = 0; draw < count; draw += 1) {
      const unit = Math.floor(random() * count);
      weights[unit] = (weights[unit] ?? 0) + 1;
    }
    visit(weights, replicate);
  }
}

/**
 * Bootstrap percentile interval of a statistic over clusters drawn whole (Davison and Hinkley 1997, 3.8):
 * right when observations of one team resemble each other. One observation per cluster is the ordinary bootstrap.
 */
export function clusteredBootstrap(
  clusters: readonly (readonly number[])[],
  statistic: (sample: readonly number[]) => number,
  replicates: number,
  random: Random,
): Interval {
  const values = new Float64Array(replicates);
  resample(clusters.length, replicates, random, (weights, replicate) => {
    const sample: number[] = [];
    for (const [index, cluster] of clusters.entries()) {
      for (let time = 0; time < (weights[index] ?? 0); time += 1)
        for (const value of cluster) sample.push(value);
    }
    values[replicate] = statistic(sample);
  });
  return percentileInterval(values);
}

/** Bootstrap percentile interval of a statistic over independent observations. */
export function bootstrap(
  sample: readonly number[],
  statistic: (sample: readonly number[]) => number,
  replicates: number,
  random: Random,
): Interval {
  return clusteredBootstrap(
    sample.map((value) => [value]),
    statistic,
    replicates,
    random,
  );
}

/**
 * Two-sided p-value of the difference of means by random relabelling, (1 + hits) ÷ (1 + permutations)
 * (Phipson and Smyth 2010), so never 0.
 */
export function permutationTest(
  first: readonly number[],
  second: readonly number[],
  permutations: number,
  random: Random,
): number {
  const pooled = Float64Array.of(...first, ...second);
  const observed = Math.abs(meanDifference(pooled, first.length));
  let hits = 0;
  for (let permutation = 0; permutation < permutations; permutation += 1) {
    for (let index = pooled.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      const held = pooled[index] ?? 0;
      pooled[index] = pooled[other] ?? 0;
      pooled[other] = held;
    }
    if (Math.abs(meanDifference(pooled, first.length)) >= observed - 1e-12) hits += 1;
  }
  return (1 + hits) / (1 + permutations);
}

function meanDifference(pooled: Float64Array, firstLength: number): number {
  let first = 0;
  let second = 0;
  for (const [index, value] of pooled.entries()) {
    if (index < firstLength) first += value;
    else second += value;
  }
  return first / firstLength - second / (pooled.length - firstLength);
}
