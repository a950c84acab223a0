import type { Report } from "#sections/report.ts";
import type { Adoption } from "#web/api/report-rows.ts";
import { countAxis, timeAxis, type Axis } from "#web/ui/chart/axis.ts";
import type { EventLine } from "#web/ui/chart/event-rows.ts";
import type { EndLabel } from "#web/ui/chart/plot-geometry.ts";
import type { PlotRow } from "#web/ui/chart/plot.tsx";
import type { Tone } from "#web/ui/chart/tone.ts";
import { teamsWords } from "#web/ui/words.ts";
import { forecastPoints, type ForecastPoint } from "./forecast-points.ts";

type OwnersKnown = Report["organisation"]["ownersKnown"];
type Point = Adoption["curve"][number];

interface Stock {
  readonly words: string;
  readonly tone: Tone;
  readonly values: readonly { readonly x: number; readonly y: number | null }[];
  /** The one that is spoken of. */
  readonly isMain: boolean;
}

interface AdoptionPlot {
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  readonly stocks: readonly Stock[];
  readonly forecast: readonly ForecastPoint[];
  readonly labels: readonly EndLabel[];
  /** The months of the curve, then those of the forecast. */
  readonly rows: readonly PlotRow[];
}

/** Lines labelled at their ends: who could, who does, in how many teams; a forecast with its band. Null: no history. */
export function adoptionPlot(
  adoption: Adoption,
  events: readonly EventLine[],
  ownersKnown: OwnersKnown,
): AdoptionPlot | null {
  const { curve } = adoption;
  const last = curve.at(-1);
  if (last === undefined) return null;
  const forecast = forecastPoints(adoption);
  const end = forecast.at(-1)?.x ?? Date.parse(last.date);
  // A wave may begin within the first month, before the first month's end.
  const first = Math.min(Date.parse(curve[0]?.date ?? last.date), ...events.map(({ at }) => at));
  const latest = Math.max(end, ...events.map(({ at }) => at));
  const series = stocksOf(last, ownersKnown);
  const stocks = series.map(({ words, tone, valueOf, isMain }) => ({
    words,
    tone,
    isMain,
    values: curve.map((point) => ({ x: Date.parse(point.date), y: valueOf(point) })),
  }));
  const peaks = stocks.flatMap(({ values }) => values.map(({ y }) => y ?? 0));
  return {
    xAxis: timeAxis([first - (latest - first) * 0.015, latest]),
    yAxis: countAxis(Math.max(...peaks, ...forecast.map(({ high }) => high))),
    stocks,
    forecast,
    labels: [
      ...series.map(({ words, tone, valueOf }) => ({
        x: Date.parse(last.date),
        y: valueOf(last) ?? 0,
        words,
        tone,
      })),
      ...forecastLabel(forecast),
    ],
    rows: [
      ...curve.map((point) => ({
        x: Date.parse(point.date),
        ys: series.flatMap(({ valueOf }) => valueOf(point) ?? []),
      })),
      ...forecast.slice(1).map(({ x, likely }) => ({ x, ys: [likely] })),
    ],
  };
}

function forecastLabel(forecast: readonly ForecastPoint[]): readonly EndLabel[] {
  const end = forecast.at(-1);
  if (end === undefined) return [];
  return [{ x: end.x, y: end.likely, words: `${Math.round(end.likely)} forecast`, tone: "use" }];
}

function stocksOf(last: Point, ownersKnown: OwnersKnown) {
  const eligible = {
    words: `${last.eligible ?? ""} could`,
    tone: "eligible" as const,
    valueOf: (point: Point): number | null => point.eligible,
    isMain: false,
  };
  const uses = {
    words: `${last.components} ${last.components === 1 ? "uses" : "use"} it`,
    tone: "use" as const,
    valueOf: (point: Point): number | null => point.components,
    isMain: true,
  };
  const teams = {
    words: teamsWords({ teamCount: last.owners, ownersKnown }),
    tone: "owners" as const,
    valueOf: (point: Point): number | null => point.owners,
    isMain: false,
  };
  return [
    ...(last.eligible === null ? [] : [eligible]),
    uses,
    ...(ownersKnown === "not" ? [] : [teams]),
  ];
}
