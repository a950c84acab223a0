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
  /** Every slice starts at a multiple of it. */
  readonly sliceSeconds: number;
  /** `time`: each slice weighs the same (ratios and thresholds carry no number of events). */
  readonly weighting: "events" | "time";
  /** Ascending, each start once; a slice that is absent was not observed. */
  readonly slices: readonly SliSlice[];
  readonly origin: {
    readonly source: "prometheus" | "openmetrics" | "csv";
    readonly where: string;
  };
}
