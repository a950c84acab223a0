import type { Random } from "./stats-resample.ts";

export interface DenseWindow {
  readonly width: number;
  /** Indices [first, end) into the ascending times. */
  readonly first: number;
  readonly end: number;
  readonly count: number;
}

/** How often chance is drawn, and from where. */
export interface Draws {
  readonly replicates: number;
  readonly random: Random;
}

export interface ScanRange {
  readonly from: number;
  readonly to: number;
  /** `from` is the first time itself, nothing earlier being known: only the others are drawn. */
  readonly firstIsFixed: boolean;
  /** Chance does not thin out by a factor e faster than this: a faster fall is what is looked for. Infinity: uniform. */
  readonly shortestFade: number;
}

/** The window of `width` (ends included) that holds most of the ascending times; the earliest of equals. */
export function densestWindow(ascending: ArrayLike<number>, width: number): DenseWindow {
  let best = { width, first: 0, end: 0, count: 0 };
  let end = 0;
  for (let first = 0; first < ascending.length; first += 1) {
    const limit = ascending[first]! + width;
    while (end < ascending.length && ascending[end]! <= limit) end += 1;
    if (end - first > best.count) best = { width, first, end, count: end - first };
  }
  return best;
}

/**
 * Temporal scan statistic (Naus 1965; several windows as Kulldorff 2001): is the fullest window fuller than chance
 * makes it? Chance: n times over [from, to] at a constant hazard, so uniform, or thinning out as those who are left grow
 * fewer (a truncated exponential, its rate by maximum likelihood): an ordinary early rush is no alarm. Monte Carlo over the
 * smallest p-value of all widths, so that trying several does not raise the share of false alarms.
 */
export function scanStatistic(
  ascending: readonly number[],
  widths: readonly number[],
  range: ScanRange,
  { replicates, random }: Draws,
): { pValue: number; densest: DenseWindow } | null {
  const n = ascending.length;
  if (n < 2 || widths.length === 0 || range.to <= range.from) return null;
  const observed = widths.map((width) => densestWindow(ascending, width));
  // The observed counts stand last, one more draw among equals: that makes the test exact.
  const counts = observed.map((window) => new Uint16Array(replicates + 1).fill(window.count));
  const drawn = new Float64Array(n);
  const rate = thinningRate(ascending, range);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    drawOrdered(drawn, range, rate, random);
    for (let index = 0; index < widths.length; index += 1) {
      counts[index]![replicate] = fullest(drawn, widths[index]!);
    }
  }
  const tails = counts.map((column) => upperTail(column, n));
  const rarest = (replicate: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let index = 0; index < counts.length; index += 1) {
      least = Math.min(least, tails[index]![counts[index]![replicate]!]!);
    }
    return least;
  };
  const smallest = rarest(replicates);
  let asRare = 0;
  for (let replicate = 0; replicate <= replicates; replicate += 1) {
    if (rarest(replicate) <= smallest) asRare += 1;
  }
  const densest = observed
    .filter((window, index) => tails[index]![window.count] === smallest)
    .reduce((most, window) => (window.count > most.count ? window : most));
  return { pValue: asRare / (replicates + 1), densest };
}

/** Rate of the exponential truncated to the range, per length of the range; 0 where times do not thin out. */
function thinningRate(ascending: readonly number[], range: ScanRange): number {
  const free = ascending.slice(range.firstIsFixed ? 1 : 0);
  const sum = free.reduce((total, time) => total + (time - range.from), 0);
  const mean = sum / free.length / (range.to - range.from);
  if (mean >= 0.5 || range.shortestFade === Number.POSITIVE_INFINITY) return 0;
  let [low, high] = [1e-6, (range.to - range.from) / range.shortestFade];
  for (let halving = 0; halving < 60; halving += 1) {
    const rate = Math.sqrt(low * high);
    if (1 / rate - 1 / Math.expm1(rate) > mean) low = rate;
    else high = rate;
  }
  return low;
}

/** Ordered uniforms from normalised exponential gaps (Devroye 1986, V.2), without sorting, then thinned out. */
function drawOrdered(into: Float64Array, range: ScanRange, rate: number, random: Random): void {
  let sum = 0;
  const start = range.firstIsFixed ? 1 : 0;
  for (let index = start; index < into.length; index += 1) {
    sum -= Math.log(1 - random());
    into[index] = sum;
  }
  const all = sum - Math.log(1 - random());
  const length = range.to - range.from;
  const reach = -Math.expm1(-rate);
  if (range.firstIsFixed) into[0] = range.from;
  for (let index = start; index < into.length; index += 1) {
    const uniform = into[index]! / all;
    into[index] =
      range.from + length * (rate === 0 ? uniform : -Math.log1p(-uniform * reach) / rate);
  }
}

function fullest(ascending: Float64Array, width: number): number {
  let best = 0;
  let first = 0;
  for (let last = 0; last < ascending.length; last += 1) {
    while (ascending[last]! - ascending[first]! > width) first += 1;
    if (last - first + 1 > best) best = last - first + 1;
  }
  return best;
}

/** How many of the counts are at least k, for k from 0 to n. */
function upperTail(counts: Uint16Array, n: number): Uint32Array {
  const tail = new Uint32Array(n + 2);
  for (const count of counts) tail[count]! += 1;
  for (let k = n - 1; k >= 0; k -= 1) tail[k]! += tail[k + 1]!;
  return tail;
}
