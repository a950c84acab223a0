import type { Adoption } from "#web/api/report-rows.ts";

export interface ForecastPoint {
  /** Milliseconds since the epoch. */
  readonly x: number;
  readonly likely: number;
  readonly low: number;
  readonly high: number;
}

/** From where the curve stands today; nothing where nothing is forecast. */
export function forecastPoints({ forecast, curve }: Adoption): readonly ForecastPoint[] {
  const last = curve.at(-1);
  if (forecast === null || last === undefined) return [];
  const { components } = last;
  return [
    { x: Date.parse(last.date), likely: components, low: components, high: components },
    ...forecast.points.map(({ date, likely, low, high }) => ({
      x: Date.parse(date),
      likely,
      low,
      high,
    })),
  ];
}
