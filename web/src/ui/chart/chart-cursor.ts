import { createContext, use } from "react";

/** Which point of a chart is read, by keys, mouse or touch: one for its picture and its frame. */
export interface ChartCursor {
  /** A row of the chart's data. */
  readonly at: number | null;
  readonly moveTo: (row: number | null) => void;
  /** What the row says, as text. */
  readonly reading: (row: number) => string;
  /** Opens what stands behind a row, where there is something. */
  readonly open: ((row: number) => void) | undefined;
}

export const ChartCursorContext = createContext<ChartCursor | null>(null);

/** Null outside a chart's frame: the picture is looked at only. */
export function useChartCursor(): ChartCursor | null {
  return use(ChartCursorContext);
}
