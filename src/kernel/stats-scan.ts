import type { Random } from "./stats-resample.ts";

export interface DenseWindow {
  readonly width: number;
  /** Indices [first, end) into the ascending times. */
  readonly first: number;
  readonly end: number;
  readonly count: number;
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
 * Temporal scan statistic (Naus 1965; several windows as Kulldorff 2001): is the fullest window fuller than
 * n times spread uniformly over [from, to] would make it? Monte Carlo over the smallest p-value of all widths, so that
 * trying several does not raise the share of false alarms. `firstIsFixed`: `from` is the first time itself
 * (nothing earlier tells when times became possible); only the others are then drawn.
 */
export function scanStatistic(
  ascending: readonly number[],
  widths: readonly number[],
  range: { readonly from: number; readonly to: number; readonly firstIsFixed: boolean },
  replicates: number,
  random: Random,
): { pValue: number; densest: DenseWindow } | null {
  const n = ascending.length;
  if (n < 2 || widths.length === 0 || range.to <= range.from) return null;
  const observed = widths.map((width) => densestWindow(ascending, width));
  // The observed counts stand last, one more draw among equals: that makes the test exact.
  const counts = observed.map((window) => new Uint16Array(replicates + 1).fill(window.count));
  const drawn = new Float64Array(n);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    drawUniformOrdered(drawn, range, random);
    for (const [index, width] of widths.entries()) {
      counts[index]![replicate] = fullest(drawn, width);
    }
  }
  const tails = counts.map((column) => upperTail(column, n));
  const rarest = (replicate: number): number =>
    Math.min(...counts.map((column, index) => tails[index]![column[replicate]!]!));
  const smallest = rarest(replicates);
  let asRare = 0;
  for (let replicate = 0; replicate <= replicates; replicate += 1) {
    if (rarest(replicate) <= smallest) asRare += 1;
  }
  const densest = observed.find((window, index) => tails[index]![window.count] === smallest)!;
  return { pValue: asRare / (replicates + 1), densest };
}

/** Ordered uniforms from normalised exponential gaps (Devroye 1986, V.2): no sorting. */
function drawUniformOrdered(
  into: Float64Array,
  range: { readonly from: number; readonly to: number; readonly firstIsFixed: boolean },
  random: Random,
): void {
  let sum = 0;
  const start = range.firstIsFixed ? 1 : 0;
  for (let index = start; index < into.length; index += 1) {
    sum -= Math.log(1 - random());
    into[index] = sum;
  }
  const scale = (range.to - range.from) / (sum - Math.log(1 - random()));
  if (range.firstIsFixed) into[0] = range.from;
  for (let index = start; index < into.length; index += 1) {
    into[index] = range.from + into[index]! * scale;
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
