import type { SliSeries, SliSlice } from "#evidence/sli-series.ts";

export interface SliSum {
  readonly good: number;
  readonly total: number;
  readonly slicesCount: number;
}

/**
 * Sums over any stretch of a series in logarithmic time. `observed` is the series as measured, where `series` leaves out what
 * was seen but is not judged (slices without events): it tells what the data cover.
 */
export class SliIndex {
  readonly series: SliSeries;
  private readonly observed: SliIndex;
  private readonly good: Float64Array;
  private readonly total: Float64Array;

  constructor(series: SliSeries, observed?: SliSeries) {
    this.series = series;
    this.observed = observed === undefined ? this : new SliIndex(observed);
    this.good = new Float64Array(series.slices.length + 1);
    this.total = new Float64Array(series.slices.length + 1);
    series.slices.forEach((slice, index) => {
      this.good[index + 1] = (this.good[index] ?? 0) + slice.good;
      this.total[index + 1] = (this.total[index] ?? 0) + slice.total;
    });
  }

  /** Slices that start in [from, to). */
  sum(from: number, to: number): SliSum {
    const first = this.firstAt(from);
    const last = Math.max(first, this.firstAt(to));
    return {
      good: (this.good[last] ?? 0) - (this.good[first] ?? 0),
      total: (this.total[last] ?? 0) - (this.total[first] ?? 0),
      slicesCount: last - first,
    };
  }

  slices(from: number, to: number): readonly SliSlice[] {
    return this.series.slices.slice(this.firstAt(from), this.firstAt(to));
  }

  /** Share of [from, to) that was observed. */
  coverage(from: number, to: number): number {
    const { series } = this.observed;
    const expected = Math.floor((to - from) / series.sliceSeconds);
    return expected <= 0 ? 0 : Math.min(1, this.observed.sum(from, to).slicesCount / expected);
  }

  /** Longest stretch of [from, to) that was counted as one: a slice, or more. */
  grain(from: number, to: number): number {
    const { sliceSeconds, stretches } = this.series;
    let longest = sliceSeconds;
    for (const one of stretches ?? [])
      if (one.to > from && one.from < to) longest = Math.max(longest, one.to - one.from);
    return longest;
  }

  private firstAt(at: number): number {
    let low = 0;
    let high = this.series.slices.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.series.slices[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
