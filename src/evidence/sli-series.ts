import type { Weighting } from "#vocabulary/reliability.ts";

/** What was measured for one objective. Times are seconds since the epoch, UTC. */
export interface SliSlice {
  /** Start; the slice is [at, at + sliceSeconds). */
  readonly at: number;
  /** Events, or a share of 1 where the weighting is by time. Never above `total`. */
  readonly good: number;
  readonly total: number;
  /** 1-based line of the file it was read from. */
  readonly line: number | null;
}

export interface SliSeries {
  /** Slices start at multiples of it, counted from the first one. */
  readonly sliceSeconds: number;
  /** `time`: each slice weighs the same (ratios and thresholds carry no number of events). */
  readonly weighting: Weighting;
  /** Ascending, each start once; a slice that is absent was not observed. */
  readonly slices: readonly SliSlice[];
  /** What was counted over more than a slice, and spread evenly over it; ascending. */
  readonly stretches?: readonly { readonly from: number; readonly to: number }[];
  readonly origin: {
    readonly source: "prometheus" | "openmetrics" | "csv";
    readonly where: string;
  };
}
