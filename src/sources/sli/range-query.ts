export interface RangeQuery {
  readonly query: string;
  /** Seconds; both ends are evaluated. */
  readonly from: number;
  readonly to: number;
  readonly stepSeconds: number;
}

/** Time (seconds) and value; null where the server has one that is no number (0 ÷ 0); moments without any are absent. */
export type RangeSample = readonly [at: number, value: number | null];

export type RangeAnswer =
  | { readonly samples: readonly RangeSample[] }
  | { readonly code: string; readonly reason: string; readonly needs: string };
