import { percentileInterval, resample, seededRandom } from "#kernel/stats-resample.ts";
import { quantile } from "#kernel/stats-summary.ts";
import type { Deployment } from "#model/deployments.ts";
import type { ContainedCommits } from "./newly-contained.ts";
import type { DeliveryOptions } from "./options.ts";

/** Seconds. `low`, `high`: 95 % bootstrap interval of the median, deployments drawn whole; null for fewer than two of them. */
export interface LeadTime {
  readonly p50: number;
  readonly p85: number;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface LeadTimes {
  /** Commits of people: first author date, then committer date to deployment. */
  readonly author: LeadTime | null;
  readonly committer: LeadTime | null;
  /** The same by committer date, merge commits left out. */
  readonly withoutMerges: LeadTime | null;
  /** By committer date, commits of programs only. */
  readonly bots: LeadTime | null;
  /** From the deployed commit itself to the deployment: the last stage. */
  readonly deployedCommit: LeadTime | null;
  /** Commits dated after their deployment (a clock was wrong): left out. */
  readonly skewedCount: number;
  /** Commits of people that a forge made of several when it merged them: their time runs from the merge only. */
  readonly squashedCount: number;
}

export interface Sample {
  readonly values: number[];
  readonly clusters: number[];
}

/**
 * Lead times of the commits that deployments of [from, to) brought. `isToMerge`: the deployments are merges, so what was
 * squashed or committed straight to the branch tells nothing of how long a change took.
 */
export function leadTimes(
  deployments: readonly Deployment[],
  contained: ContainedCommits,
  window: { readonly from: number; readonly to: number },
  { isToMerge, ...options }: DeliveryOptions & { readonly isToMerge: boolean },
): LeadTimes {
  const samples = {
    author: sample(),
    committer: sample(),
    withoutMerges: sample(),
    bots: sample(),
    tip: sample(),
  };
  let skewedCount = 0;
  let squashedCount = 0;
  const put = (to: Sample, at: number, since: number, cluster: number): void => {
    if (at < since) return;
    to.values.push(at - since);
    to.clusters.push(cluster);
  };
  for (let row = 0; row < contained.deployment.length; row++) {
    const cluster = contained.deployment[row] ?? 0;
    const at = deployments[cluster]?.at ?? 0;
    if (at < window.from || at >= window.to) continue;
    const committed = contained.committedAt[row] ?? 0;
    if (committed > at) skewedCount++;
    if (contained.isBot[row] === 1) {
      if (!isToMerge || tellsOfMerging(contained, row, committed))
        put(samples.bots, at, committed, cluster);
      continue;
    }
    if (contained.isSquashed[row] === 1) squashedCount++;
    const authored = contained.authoredAt[row] ?? 0;
    if (!isToMerge || tellsOfMerging(contained, row, authored))
      put(samples.author, at, authored, cluster);
    if (isToMerge && !tellsOfMerging(contained, row, committed)) continue;
    put(samples.committer, at, committed, cluster);
    if (contained.isMerge[row] === 0) put(samples.withoutMerges, at, committed, cluster);
  }
  for (const [cluster, { at, isRollback }] of deployments.entries()) {
    const tip = contained.tipCommittedAt[cluster] ?? Number.NaN;
    const isIn = at >= window.from && at < window.to && !isToMerge;
    if (isIn && !isRollback && !Number.isNaN(tip)) put(samples.tip, at, tip, cluster);
  }
  return {
    author: summarise(samples.author, options),
    committer: summarise(samples.committer, options),
    withoutMerges: summarise(samples.withoutMerges, options),
    bots: summarise(samples.bots, options),
    deployedCommit: summarise(samples.tip, options),
    skewedCount,
    squashedCount,
  };
}

/** Says whether the commit was there before its merge, so that the time until then is known. */
export function tellsOfMerging(
  { isSquashed, isMerge, mergedAt }: ContainedCommits,
  row: number,
  since: number,
): boolean {
  return isSquashed[row] === 0 && isMerge[row] === 0 && since < (mergedAt[row] ?? 0);
}

export function sample(): Sample {
  return { values: [], clusters: [] };
}

export function summarise({ values, clusters }: Sample, options: DeliveryOptions): LeadTime | null {
  if (values.length < options.leadMinimum) return null;
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const sorted = Float64Array.from(order, (index) => values[index] ?? 0);
  const numberOf = new Map<number, number>();
  const cluster = Uint32Array.from(order, (index) => {
    const key = clusters[index] ?? 0;
    const number = numberOf.get(key) ?? numberOf.size;
    numberOf.set(key, number);
    return number;
  });
  return {
    p50: quantile(sorted, 0.5),
    p85: quantile(sorted, 0.85),
    n: sorted.length,
    ...medianInterval(sorted, cluster, numberOf.size, options),
  };
}

/** Cluster bootstrap over ascending values: a replicate's median is where half of its weight is reached, no sorting again. */
function medianInterval(
  sorted: Float64Array,
  cluster: Uint32Array,
  clusterCount: number,
  { bootstrapReplicates }: DeliveryOptions,
): { low: number | null; high: number | null } {
  if (clusterCount < 2) return { low: null, high: null };
  const sizes = new Uint32Array(clusterCount);
  for (const one of cluster) sizes[one] = (sizes[one] ?? 0) + 1;
  const medians = new Float64Array(bootstrapReplicates);
  const random = seededRandom(`lead time ${String(sorted.length)} ${String(clusterCount)}`);
  resample(clusterCount, bootstrapReplicates, random, (weights, replicate) => {
    let total = 0;
    for (let one = 0; one < clusterCount; one++) total += (weights[one] ?? 0) * (sizes[one] ?? 0);
    let reached = 0;
    for (let index = 0; index < sorted.length; index++) {
      reached += weights[cluster[index] ?? 0] ?? 0;
      if (reached * 2 >= total) {
        medians[replicate] = sorted[index] ?? 0;
        break;
      }
    }
  });
  return percentileInterval(medians);
}
