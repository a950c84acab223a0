import { createContext, use } from "react";
import type { PlotGeometry } from "./plot-geometry.ts";

export const PlotContext = createContext<PlotGeometry | null>(null);

/** Scales and margins of the plot that a mark is drawn in. */
export function usePlot(): PlotGeometry {
  const plot = use(PlotContext);
  if (plot === null) throw new Error("A mark needs a Plot around it");
  return plot;
}
