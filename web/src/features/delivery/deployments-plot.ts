import type { Delivery } from "#web/api/report-rows.ts";
import { timeAxis, type Axis } from "#web/ui/chart/axis.ts";
import type { Dot, DotShape } from "#web/ui/chart/plot-marks.tsx";
import type { PlotRow } from "#web/ui/chart/plot.tsx";
import type { Extent } from "#web/ui/chart/scale.ts";

type Point = Delivery["points"][number];

interface DeploymentsPlot {
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  readonly dots: readonly Dot[];
  readonly rows: readonly PlotRow[];
}

/** Shape and colour both tell the outcome. */
const shapes: Readonly<Record<Point["outcome"], DotShape>> = {
  unknown: "circle",
  pending: "ring",
  ok: "circle",
  failed: "diamond",
  rollback: "triangle",
};

/** A dot for each: when, and how long its changes took, in the logarithm of seconds. */
export function deploymentsPlot(
  points: readonly Point[],
  window: Delivery["window"],
): DeploymentsPlot {
  const dots = points.map((point): Dot => {
    const shape = shapes[point.outcome];
    return {
      x: Date.parse(point.at),
      y: Math.log(secondsOf(point)),
      shape,
      tone: shape === "diamond" || shape === "triangle" ? "leave" : "use",
    };
  });
  const first = Math.min(Date.parse(window.to), ...dots.map(({ x }) => x));
  return {
    xAxis: timeAxis([first, Math.max(Date.parse(window.to), ...dots.map(({ x }) => x))]),
    yAxis: durationAxis(points.map(secondsOf)),
    dots,
    rows: dots.map(({ x, y }) => ({ x, ys: [y] })),
  };
}

/** What took less than a minute stands at a minute: a logarithm has no zero. */
const lowest = 60;
const secondsOf = ({ leadTimeSeconds }: Point): number => Math.max(lowest, leadTimeSeconds ?? 0);

/** Lines that people count in, where a logarithmic axis would draw powers of ten of a second. */
const steps: readonly (readonly [number, string])[] = [
  [600, "10 minutes"],
  [3600, "1 hour"],
  [6 * 3600, "6 hours"],
  [86_400, "1 day"],
  [7 * 86_400, "1 week"],
  [30.44 * 86_400, "1 month"],
  [365.25 * 86_400, "1 year"],
];

function durationAxis(seconds: readonly number[]): Axis {
  const domain: Extent = [Math.log(lowest), Math.log(Math.max(...seconds, 86_400) * 2)];
  return {
    domain,
    ticks: () =>
      steps.map(([at, words]) => ({ at: Math.log(at), words })).filter(({ at }) => at <= domain[1]),
  };
}
