import { resample, type Random } from "./stats-resample.ts";
import { quantile, z95 } from "./stats-summary.ts";

/**
 * One spell under observation over (entry, exit]; entry above 0 is delayed entry (left truncation).
 * `cause` 0: still going on at exit (censored); 1, 2 …: how it ended.
 */
export interface Spell {
  readonly entry: number;
  readonly exit: number;
  readonly cause: number;
}

export interface SurvivalPoint {
  readonly time: number;
  readonly survival: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly atRisk: number;
  readonly events: number;
}

/**
 * Product-limit estimate (Kaplan and Meier 1958), one point for each time with an event. Standard error after
 * Greenwood (1926); 95 % band on the log(−log) scale (Kalbfleisch and Prentice 1980). Spells that end by another
 * cause than `causes` are censored. Once survival is 0 the band runs from 0 to the upper limit before.
 */
export function kaplanMeier(
  spells: readonly Spell[],
  causes: readonly number[] = [1],
): SurvivalPoint[] {
  const points: SurvivalPoint[] = [];
  let survival = 1;
  let greenwood = 0;
  let high = 1;
  for (const time of eventTimes(spells, causes)) {
    const atRisk = countAtRisk(spells, time);
    const events = spells.filter((s) => s.exit === time && causes.includes(s.cause)).length;
    survival = events === atRisk ? 0 : survival * (1 - events / atRisk);
    greenwood += events / (atRisk * (atRisk - events));
    let low = 0;
    if (survival > 0) {
      const width = (z95 * Math.sqrt(greenwood)) / Math.log(survival);
      low = survival ** Math.exp(-width);
      high = survival ** Math.exp(width);
    }
    const standardError = survival === 0 ? 0 : survival * Math.sqrt(greenwood);
    points.push({ time, survival, standardError, low, high, atRisk, events });
    if (survival === 0) break;
  }
  return points;
}

/** First time at which survival is at most one half; null when it stays above. */
export function medianSurvival(points: readonly SurvivalPoint[]): number | null {
  return points.find((point) => point.survival <= 0.5 + 1e-12)?.time ?? null;
}

export interface IncidencePoint {
  readonly time: number;
  /** Of all causes together. */
  readonly survival: number;
  /** Cumulative incidence, one for each of the causes asked for, in their order. */
  readonly incidence: readonly number[];
}

/**
 * Cumulative incidence of competing causes (Aalen and Johansen 1978): Iₖ(t) = Σ S(t−) dₖ ÷ n, where S counts
 * an end by any cause. At every time 1 − S = Σ Iₖ.
 */
export function aalenJohansen(
  spells: readonly Spell[],
  causes: readonly number[],
): IncidencePoint[] {
  const points: IncidencePoint[] = [];
  let survival = 1;
  let incidence = causes.map(() => 0);
  for (const time of eventTimes(spells, causes)) {
    const atRisk = countAtRisk(spells, time);
    const before = survival;
    const ended = causes.map(
      (cause) => spells.filter((s) => s.exit === time && s.cause === cause).length,
    );
    // Sums of fractions overshoot 1 by rounding.
    incidence = incidence.map((sum, index) =>
      Math.min(1, sum + (before * (ended[index] ?? 0)) / atRisk),
    );
    survival = before * (1 - ended.reduce((sum, count) => sum + count, 0) / atRisk);
    points.push({ time, survival, incidence });
    if (survival <= 0) break;
  }
  return points;
}

/**
 * 95 % percentile band of the Kaplan–Meier curve at `times` from drawing whole clusters with replacement:
 * wider than Greenwood's when members of a cluster leave together. `clusters[i]` is the cluster of spell i, from 0.
 */
export function clusteredSurvivalBand(
  { spells, clusters }: { readonly spells: readonly Spell[]; readonly clusters: readonly number[] },
  times: readonly number[],
  replicates: number,
  random: Random,
): { time: number; low: number; high: number }[] {
  const clusterCount = Math.max(-1, ...clusters) + 1;
  const width = times.length;
  const atRisk = new Uint32Array(clusterCount * width);
  const events = new Uint32Array(clusterCount * width);
  for (const [index, spell] of spells.entries()) {
    const row = (clusters[index] ?? 0) * width;
    for (const [column, time] of times.entries()) {
      if (spell.entry < time && time <= spell.exit) atRisk[row + column]! += 1;
      if (spell.exit === time && spell.cause === 1) events[row + column]! += 1;
    }
  }
  const replicated = times.map(() => new Float64Array(replicates));
  resample(clusterCount, replicates, random, (weights, replicate) => {
    let survival = 1;
    for (let column = 0; column < width; column += 1) {
      let exposed = 0;
      let ended = 0;
      for (let cluster = 0; cluster < clusterCount; cluster += 1) {
        const weight = weights[cluster]!;
        exposed += weight * atRisk[cluster * width + column]!;
        ended += weight * events[cluster * width + column]!;
      }
      if (ended > 0) survival *= 1 - ended / exposed;
      replicated[column]![replicate] = survival;
    }
  });
  return times.map((time, column) => {
    const sorted = replicated[column]!.sort();
    return { time, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
  });
}

function eventTimes(spells: readonly Spell[], causes: readonly number[]): number[] {
  const times = spells.filter((spell) => causes.includes(spell.cause)).map((spell) => spell.exit);
  return [...new Set(times)].sort((a, b) => a - b);
}

function countAtRisk(spells: readonly Spell[], time: number): number {
  let count = 0;
  for (const spell of spells) if (spell.entry < time && time <= spell.exit) count += 1;
  return count;
}
