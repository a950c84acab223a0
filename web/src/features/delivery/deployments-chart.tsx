import { useMemo, type ReactNode } from "react";
import type { EChartsCoreOption } from "echarts/core";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { axisText, textTooltip } from "#web/ui/chart/chart-parts.ts";
import { EChart } from "#web/ui/chart/e-chart.tsx";
import type { Palette } from "#web/ui/chart/palette.ts";
import { dateWords } from "#web/ui/words.ts";
import { durationWords, levelWords, outcomeWords, type Delivery } from "./delivery-rows.ts";

type Point = Delivery["points"][number];

interface DotsProps {
  readonly delivery: Delivery;
}

/** Deployments as dots: when, how long their changes took, and what became of them. */
export function DeploymentsChart({ delivery }: DotsProps): ReactNode {
  const measured = useMemo(
    () => delivery.points.filter((point) => point.leadTimeSeconds !== null),
    [delivery],
  );
  const data = useMemo(() => dotsData(delivery, measured), [delivery, measured]);
  const option = useMemo(
    () => (palette: Palette) => dotsOption(measured, data, palette),
    [measured, data],
  );
  return (
    <ChartFrame data={data}>
      {(cursor) => (
        <EChart
          option={option}
          height={280}
          cursorAt={cursor === null ? null : timeOf(measured[cursor])}
        />
      )}
    </ChartFrame>
  );
}

function timeOf(point: Point | undefined): number {
  return point === undefined ? Number.NaN : Date.parse(point.at);
}

function dotsData(delivery: Delivery, points: readonly Point[]): ChartData {
  return {
    title: "Deployments, and how long their changes took",
    unit: "median lead time of the new commits of each deployment, logarithmic",
    n: points.length,
    window: `${dateWords(delivery.window.from)} to ${dateWords(delivery.window.to)}`,
    source: levelWords[delivery.level],
    columns: ["Deployed", "Version", "Outcome", "Seconds", "Commits"],
    rows: points.map((point) => [
      point.at,
      point.version,
      outcomeWords[point.outcome],
      point.leadTimeSeconds,
      point.commitsCount,
    ]),
    reading: ([at, version, outcome, seconds, commits]) =>
      `${dateWords(String(at))}, ${String(version)}: ${durationWords(Number(seconds))} for ${commits ?? "some"} commits, ${String(outcome)}`,
  };
}

/** Shape and colour both tell the outcome. */
const symbols = {
  unknown: "circle",
  pending: "emptyCircle",
  ok: "circle",
  failed: "diamond",
  rollback: "triangle",
};

function dotsOption(
  points: readonly Point[],
  data: ChartData,
  palette: Palette,
): EChartsCoreOption {
  const isBad = (point: Point): boolean =>
    point.outcome === "failed" || point.outcome === "rollback";
  return {
    grid: { left: 78, right: 16, top: 14, bottom: 30 },
    tooltip: textTooltip(palette, (x) => {
      const index = points.findIndex((point) => Date.parse(point.at) >= x);
      const row = data.rows[index];
      return row === undefined ? "" : data.reading(row);
    }),
    xAxis: {
      type: "time",
      axisLabel: axisText(palette),
      axisLine: { lineStyle: { color: palette.quiet } },
      splitLine: { show: false },
    },
    yAxis: {
      type: "log",
      axisLabel: { ...axisText(palette), formatter: (value: number) => durationWords(value) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      {
        type: "scatter",
        data: points.map((point) => ({
          value: [Date.parse(point.at), Math.max(60, point.leadTimeSeconds ?? 60)],
          symbol: symbols[point.outcome],
          symbolSize: isBad(point) ? 10 : 6,
          itemStyle: { color: isBad(point) ? palette.leave : palette.use },
        })),
      },
    ],
  };
}
