import type { EChartsCoreOption } from "echarts/core";
import type { Report } from "#sections/report.ts";
import type { Adoption } from "#web/api/report-rows.ts";
import {
  axisText,
  eventMarkLine,
  eventRows,
  eventsHeight,
  textTooltip,
  type EventLine,
} from "#web/ui/chart/chart-parts.ts";
import { axisEnd, endLabel, spreadLabels } from "#web/ui/chart/end-labels.ts";
import type { Palette } from "#web/ui/chart/palette.ts";
import { teamsWords } from "#web/ui/words.ts";
import { forecastBand, forecastLine } from "./forecast-series.ts";

export const adoptionHeight = 320;
const left = 36;
const right = 96;
const bottom = 28;

type OwnersKnown = Report["organisation"]["ownersKnown"];
type Point = Adoption["curve"][number];

interface Stock {
  readonly words: string;
  readonly colour: string;
  readonly valueOf: (point: Point) => number | null;
  readonly width: number;
  readonly isFilled: boolean;
}

/** Lines labelled at their ends: who could (outline), who does (filled), in how many teams; forecast dashed in its band. */
export function adoptionOption(
  adoption: Adoption,
  events: readonly EventLine[],
  ownersKnown: OwnersKnown,
  [palette, width]: readonly [palette: Palette, width: number],
  textAt: (at: number) => string,
): EChartsCoreOption {
  const { curve, forecast } = adoption;
  const last = curve.at(-1);
  if (last === undefined) return {};
  const end = Date.parse(forecast?.points.at(-1)?.date ?? last.date);
  // A wave may begin within the first month, before the first month's end.
  const first = Math.min(Date.parse(curve[0]?.date ?? last.date), ...events.map(({ at }) => at));
  const start = first - (end - first) * 0.015;
  const perMillisecond = (width - left - right) / Math.max(1, end - start);
  const placed = eventRows(events, (at) => (at - start) * perMillisecond);
  const top = eventsHeight(placed);

  const stocks = stocksOf(last, ownersKnown, palette);
  const peaks = stocks.flatMap((stock) => curve.map((point) => stock.valueOf(point) ?? 0));
  const axis = axisEnd(Math.max(...peaks, ...(forecast?.points ?? []).map((point) => point.high)));
  const perUnit = (adoptionHeight - top - bottom) / axis.max;
  const shifts = spreadLabels(stocks.map((stock) => -(stock.valueOf(last) ?? 0) * perUnit));

  return {
    grid: { left, right, top, bottom },
    tooltip: textTooltip(palette, textAt),
    xAxis: {
      type: "time",
      min: start,
      max: end,
      splitNumber: width < 500 ? 3 : 7,
      axisLine: { lineStyle: { color: palette.quiet } },
      axisLabel: {
        ...axisText(palette),
        hideOverlap: true,
        formatter: { year: "{yyyy}", month: "{MMM} {yyyy}", day: "{d} {MMM}" },
      },
    },
    yAxis: {
      type: "value",
      min: 0,
      ...axis,
      axisLabel: axisText(palette),
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      ...forecastBand(adoption, palette),
      ...stocks.map((stock, index) => ({
        type: "line",
        step: "end",
        data: curve.map((point) => [Date.parse(point.date), stock.valueOf(point)]),
        showSymbol: false,
        silent: true,
        lineStyle: { color: stock.colour, width: stock.width },
        itemStyle: { color: stock.colour },
        areaStyle: { color: stock.colour, opacity: stock.isFilled ? 0.14 : 0 },
        markLine: stock.isFilled ? eventMarkLine(placed, palette) : { data: [] },
        endLabel: endLabel(
          stock.words,
          stock.colour,
          shifts[index] ?? 0,
          palette,
          forecast !== null,
        ),
      })),
      ...forecastLine(adoption, palette),
    ],
  };
}

function stocksOf(last: Point, ownersKnown: OwnersKnown, palette: Palette): readonly Stock[] {
  const eligible: Stock = {
    words: `${last.eligible ?? ""} could`,
    colour: palette.eligible,
    valueOf: (point) => point.eligible,
    width: 1.5,
    isFilled: false,
  };
  const teams: Stock = {
    words: teamsWords({ teamCount: last.owners, ownersKnown }),
    colour: palette.owners,
    valueOf: (point) => point.owners,
    width: 1.5,
    isFilled: false,
  };
  return [
    ...(last.eligible === null ? [] : [eligible]),
    {
      words: `${last.components} ${last.components === 1 ? "uses" : "use"} it`,
      colour: palette.use,
      valueOf: (point) => point.components,
      width: 2,
      isFilled: true,
    },
    ...(ownersKnown === "not" ? [] : [teams]),
  ];
}
