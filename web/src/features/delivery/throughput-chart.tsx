import { useMemo, type ReactNode } from "react";
import type { EChartsCoreOption } from "echarts/core";
import { deploymentReference } from "#web/api/delivery-evidence.ts";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { axisText, textTooltip } from "#web/ui/chart/chart-parts.ts";
import { EChart } from "#web/ui/chart/e-chart.tsx";
import type { Palette } from "#web/ui/chart/palette.ts";
import { useRoute, withQuery } from "#web/ui/route.ts";
import { dateWords, decimalWords } from "#web/ui/words.ts";
import type { Delivery } from "#web/api/report-rows.ts";
import { levelWords, unitOf } from "./delivery-rows.ts";

type Throughput = NonNullable<NonNullable<Delivery["predictability"]>["throughput"]>;

interface ThroughputProps {
  readonly delivery: Delivery;
  readonly throughput: Throughput;
}

/** Deployments by week against natural process limits. */
export function ThroughputChart({ delivery, throughput }: ThroughputProps): ReactNode {
  const route = useRoute();
  const data = useMemo(() => weeksData(delivery, throughput), [delivery, throughput]);
  const open = (index: number): void => {
    const evidence = deploymentsOfWeek(delivery, throughput.points[index]?.at ?? "");
    if (evidence.length > 0) globalThis.location.hash = withQuery(route, { evidence });
  };
  const option = useMemo(
    () => (palette: Palette) => weeksOption(throughput, data, palette),
    [throughput, data],
  );
  return (
    <ChartFrame data={data} onOpen={open}>
      {(cursor) => (
        <EChart
          option={option}
          onOpen={open}
          height={260}
          cursorAt={cursor === null ? null : Date.parse(throughput.points[cursor]?.at ?? "")}
        />
      )}
    </ChartFrame>
  );
}

const week = 7 * 86_400_000;

function deploymentsOfWeek(delivery: Delivery, from: string): string[] {
  const start = Date.parse(from);
  return delivery.points.flatMap((point, index) => {
    const at = Date.parse(point.at);
    return at >= start && at < start + week ? [deploymentReference(delivery, index)] : [];
  });
}

function weeksData(
  delivery: Delivery,
  { points, centre, low, high, baselineCount }: Throughput,
): ChartData {
  return {
    title: `By week, how many ${unitOf[delivery.level]}s`,
    unit: `mean ${decimalWords(centre)}, natural limits ${decimalWords(low)} to ${decimalWords(high)} from the first ${baselineCount} weeks`,
    n: points.length,
    counted: "week",
    window: `${dateWords(delivery.window.from)} to ${dateWords(delivery.window.to)}`,
    source: levelWords[delivery.level],
    columns: ["Week from", "Deployments", "Signal"],
    rows: points.map((point) => [point.at, point.value, signalWords(point.rules)]),
    reading: ([at, value, signal]) =>
      `Week from ${dateWords(String(at))}: ${String(value)} deployments${signal === "" ? "" : `, ${String(signal)}`}`,
  };
}

function signalWords(rules: readonly number[]): string {
  return rules
    .map((rule) =>
      rule === 1
        ? "beyond a natural limit (rule 1)"
        : "eight weeks on one side of the mean (rule 4)",
    )
    .join(", ");
}

function weeksOption(
  { points, centre, low, high }: Throughput,
  data: ChartData,
  palette: Palette,
): EChartsCoreOption {
  const level = (value: number, type: string): object => ({
    yAxis: value,
    lineStyle: { color: palette.quiet, type, width: 1 },
    label: { show: false },
  });
  return {
    grid: { left: 46, right: 16, top: 14, bottom: 30 },
    tooltip: textTooltip(palette, (x) => {
      const row = data.rows[points.findLastIndex((point) => Date.parse(point.at) <= x)];
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
      min: 0,
      max: Math.ceil(Math.max(high, ...points.map((point) => point.value)) * 1.05),
      axisLabel: axisText(palette),
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      {
        type: "line",
        lineStyle: { color: palette.use, width: 1.5 },
        data: points.map((point) => ({
          value: [Date.parse(point.at), point.value],
          symbol: point.rules.length > 0 ? "diamond" : "circle",
          symbolSize: point.rules.length > 0 ? 10 : 5,
          itemStyle: { color: point.rules.length > 0 ? palette.leave : palette.use },
        })),
        markLine: {
          silent: true,
          symbol: "none",
          data: [level(centre, "solid"), level(low, "dashed"), level(high, "dashed")],
        },
      },
    ],
  };
}
