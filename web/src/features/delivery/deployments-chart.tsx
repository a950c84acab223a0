import { useMemo, type ReactNode } from "react";
import type { EChartsCoreOption } from "echarts/core";
import { deploymentReference } from "#web/api/delivery-evidence.ts";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { axisText, textTooltip } from "#web/ui/chart/chart-parts.ts";
import { EChart } from "#web/ui/chart/e-chart.tsx";
import type { Palette } from "#web/ui/chart/palette.ts";
import { useRoute, withQuery } from "#web/ui/route.ts";
import { dateWords } from "#web/ui/words.ts";
import type { Delivery } from "#web/api/report-rows.ts";
import { durationWords, levelWords, outcomeWords, unitOf } from "./delivery-rows.ts";

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
  const route = useRoute();
  const data = useMemo(() => dotsData(delivery, measured), [delivery, measured]);
  const open = (index: number): void => {
    const point = measured[index];
    if (point === undefined) return;
    const reference = deploymentReference(delivery, delivery.points.indexOf(point));
    globalThis.location.hash = withQuery(route, { evidence: [reference] });
  };
  const option = useMemo(
    () => (palette: Palette) => dotsOption(measured, data, palette),
    [measured, data],
  );
  return (
    <ChartFrame data={data} onOpen={open}>
      {(cursor) => (
        <EChart
          option={option}
          onOpen={open}
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
    title: `Each ${unitOf[delivery.level]}, and how long its changes took`,
    unit: `median lead time of the new commits of each, logarithmic${legendOf(points)}`,
    n: points.length,
    counted: "deployment",
    window: `${dateWords(points[0]?.at ?? delivery.window.from)} to ${dateWords(delivery.window.to)}`,
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

/** What the shapes mean, of those that are there. */
function legendOf(points: readonly Point[]): string {
  const words = {
    failed: "◆ failed",
    rollback: "▲ an earlier version again",
    pending: "○ pending",
  };
  return Object.entries(words)
    .filter(([outcome]) => points.some((point) => point.outcome === outcome))
    .map(([, word]) => `; ${word}`)
    .join("");
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
      type: "value",
      min: Math.log(lowest),
      max: Math.log(Math.max(...points.map(secondsOf), 86_400) * 2),
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    series: [
      {
        type: "scatter",
        data: points.map((point) => ({
          value: [Date.parse(point.at), Math.log(secondsOf(point))],
          symbol: symbols[point.outcome],
          symbolSize: isBad(point) ? 10 : 6,
          itemStyle: { color: isBad(point) ? palette.leave : palette.use },
        })),
        markLine: {
          silent: true,
          symbol: "none",
          data: steps.map(([seconds, words]) => ({
            yAxis: Math.log(seconds),
            lineStyle: { color: palette.line, type: "solid", width: 1 },
            label: { ...axisText(palette), position: "start", formatter: words },
          })),
        },
      },
    ],
  };
}

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
