import { medianOfAscending } from "#kernel/stats-summary.ts";
import { resample, seededRandom } from "#kernel/stats-resample.ts";
import type { Spread } from "../indicator.ts";

/** What one owner or repository adds to a share: numerator and denominator. */
export interface Part {
  readonly cluster: string;
  readonly part: number;
  readonly of: number;
}

const replicates = 200;

/** Of a ratio of sums, clusters drawn whole with replacement. */
export function spreadOfShare(parts: readonly Part[]): Spread {
  const byCluster = new Map<string, { part: number; of: number }>();
  for (const { cluster, part, of } of parts) {
    const sum = byCluster.get(cluster) ?? { part: 0, of: 0 };
    byCluster.set(cluster, { part: sum.part + part, of: sum.of + of });
  }
  const sums = [...byCluster.values()];
  return spread(sums.length, (weights) => {
    let part = 0;
    let of = 0;
    for (const [index, sum] of sums.entries()) {
      part += (weights[index] ?? 0) * sum.part;
      of += (weights[index] ?? 0) * sum.of;
    }
    return of === 0 ? null : part / of;
  });
}

export interface Observation {
  readonly cluster: string;
  readonly value: number;
  /** Absent: 1. */
  readonly weight?: number;
}

/** Of the median of all values by their weights, clusters drawn whole. */
export function spreadOfMedian(observations: readonly Observation[]): Spread {
  const clusters = new Map<string, number>();
  for (const { cluster } of observations)
    if (!clusters.has(cluster)) clusters.set(cluster, clusters.size);
  const ascending = observations
    .map(({ cluster, value, weight = 1 }) => ({ at: clusters.get(cluster) ?? 0, value, weight }))
    .toSorted((a, b) => a.value - b.value);
  return spread(clusters.size, (drawn) => {
    const median = medianOfAscending(
      ascending.map(({ at, value, weight }) => ({ value, weight: weight * (drawn[at] ?? 0) })),
    );
    return Number.isNaN(median) ? null : median;
  });
}

/** Of a mean of values, one a cluster. */
export function spreadOfMean(values: readonly number[], clusters = values.length): Spread {
  const { deviation } = spread(values.length, (weights) => {
    let sum = 0;
    for (const [index, value] of values.entries()) sum += (weights[index] ?? 0) * value;
    return sum / values.length;
  });
  return { clusters, deviation };
}

/** Nothing but how few they are says how sure it is. */
export function spreadOf(clusters: number): Spread {
  return { clusters, deviation: null };
}

/** Standard error from an interval of 95 % of a normal distribution. */
export function spreadOfInterval(low: number, high: number, clusters: number): Spread {
  const width = (high - low) / (2 * 1.96);
  return { clusters, deviation: Number.isFinite(width) ? width : null };
}

function spread(clusters: number, statistic: (weights: Uint32Array) => number | null): Spread {
  if (clusters < 2) return { clusters, deviation: null };
  const values: number[] = [];
  resample(clusters, replicates, seededRandom(`spread ${String(clusters)}`), (weights) => {
    const value = statistic(weights);
    if (value !== null) values.push(value);
  });
  if (values.length < 2) return { clusters, deviation: null };
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  return { clusters, deviation: Math.sqrt(variance) };
}
