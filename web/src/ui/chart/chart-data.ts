import type { Cell } from "../csv.ts";

/** A chart and its table are one object: this is what both show. */
export interface ChartData {
  readonly title: string;
  readonly unit: string;
  readonly n: number;
  /** What n counts, in the singular: a number without its noun says nothing. */
  readonly counted: string;
  /** "7 Jan 2019 to 3 Mar 2026" */
  readonly window: string;
  readonly source: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What a row says, read out when the keyboard reaches it. */
  readonly reading: (row: readonly Cell[]) => string;
  /** The evidence that each row opens, in the order of the rows. */
  readonly evidence?: readonly (readonly string[])[];
}
