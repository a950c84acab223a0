import type { Adoption } from "#web/api/report-rows.ts";
import { endLabel } from "#web/ui/chart/end-labels.ts";
import type { Palette } from "#web/ui/chart/palette.ts";

interface ForecastPoint {
  readonly at: number;
  readonly likely: number;
  readonly low: number;
  readonly high: number;
}

/** From where the curve stands today. */
function pointsOf({ forecast, curve }: Adoption): readonly ForecastPoint[] {
  const last = curve.at(-1);
  if (forecast === null || last === undefined) return [];
  const { components } = last;
  return [
    { at: Date.parse(last.date), likely: components, low: components, high: components },
    ...forecast.points.map((point) => ({ ...point, at: Date.parse(point.date) })),
  ];
}

/** Two stacked areas: an invisible one up to `low`, a shaded one from there to `high`. */
export function forecastBand(adoption: Adoption, palette: Palette): readonly object[] {
  const points = pointsOf(adoption);
  if (points.length === 0) return [];
  const area = (valueOf: (point: ForecastPoint) => number, opacity: number): object => ({
    type: "line",
    stack: "forecast",
    data: points.map((point) => [point.at, valueOf(point)]),
    showSymbol: false,
    silent: true,
    lineStyle: { opacity: 0 },
    itemStyle: { color: palette.use },
    areaStyle: { color: palette.use, opacity },
  });
  return [area((point) => point.low, 0), area((point) => point.high - point.low, 0.18)];
}

export function forecastLine(adoption: Adoption, palette: Palette): readonly object[] {
  const points = pointsOf(adoption);
  const end = points.at(-1);
  if (end === undefined) return [];
  return [
    {
      type: "line",
      data: points.map((point) => [point.at, point.likely]),
      showSymbol: false,
      silent: true,
      lineStyle: { color: palette.use, width: 2, type: "dashed" },
      itemStyle: { color: palette.use },
      endLabel: endLabel(`${Math.round(end.likely)} forecast`, palette.use, 0, palette),
    },
  ];
}
