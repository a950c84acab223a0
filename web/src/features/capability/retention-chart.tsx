import { useMemo, type ReactNode } from "react";
import type { EChartsCoreOption } from "echarts/core";
import type { Adoption } from "#web/api/report-rows.ts";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { axisText, textTooltip } from "#web/ui/chart/chart-parts.ts";
import { EChart } from "#web/ui/chart/e-chart.tsx";
import type { Palette } from "#web/ui/chart/palette.ts";
import { daysWords, percentWords } from "#web/ui/words.ts";

type Retention = NonNullable<Adoption["retention"]>;

const year = 365.25;

export function RetentionChart({
  adoption,
  retention,
  window,
}: {
  readonly adoption: Adoption;
  readonly retention: Retention;
  readonly window: string;
}): ReactNode {
  const data = useMemo(() => retentionData(retention, window), [retention, window]);
  // Whoever left what its provider retired, or ended with it, did not choose to go: such uses are cut short, not lost.
  const nobodyLeft = (adoption.left?.count ?? 0) > 0 ? "none left by choice" : "none has left";
  const option = useMemo(
    () => (palette: Palette, width: number) =>
      retentionOption(retention, data, palette, width < 500, nobodyLeft),
    [retention, data, nobodyLeft],
  );
  return (
    <ChartFrame data={data}>
      {(cursor) => (
        <EChart
          option={option}
          height={280}
          cursorAt={cursor === null ? null : Number(data.rows[cursor]?.[0])}
        />
      )}
    </ChartFrame>
  );
}

function retentionData(retention: Retention, window: string): ChartData {
  return {
    title: "How many stay, by time since they adopted",
    unit: "share still using it, with 95 % band",
    n: retention.n,
    counted: "use",
    window,
    source: `Kaplan-Meier over ${retention.n} components, of which ${retention.events} left`,
    columns: ["Days", "Still using", "Low", "High", "At risk"],
    rows: retention.curve.map((point) => [
      point.days,
      point.survival,
      point.low,
      point.high,
      point.atRisk,
    ]),
    reading: ([days, survival, low, high, atRisk]) =>
      `After ${daysWords(Number(days))}: ${percentWords(Number(survival))} still use it ` +
      `(${percentWords(Number(low))} to ${percentWords(Number(high))}), ${atRisk ?? ""} still watched`,
  };
}

/** Uses that only ended because the window did: the curve stays level while fewer are watched. */
function censoredAt(retention: Retention): readonly (readonly [number, number])[] {
  return retention.curve
    .filter((point, index) => {
      const before = retention.curve[index - 1];
      return (
        before !== undefined && before.survival === point.survival && point.atRisk < before.atRisk
      );
    })
    .map((point) => [point.days, point.survival]);
}

function retentionOption(
  retention: Retention,
  data: ChartData,
  palette: Palette,
  isNarrow: boolean,
  nobodyLeft: string,
): EChartsCoreOption {
  const { curve } = retention;
  const longest = curve.at(-1)?.days ?? year;
  const last = curve.at(-1);
  const band = (values: readonly (readonly [number, number])[], shade: number): object => ({
    type: "line",
    step: "end",
    stack: "band",
    data: values,
    silent: true,
    showSymbol: false,
    lineStyle: { opacity: 0 },
    itemStyle: { color: palette.stay },
    areaStyle: { color: palette.stay, opacity: shade },
  });
  const atRisk = (days: number): string => {
    const point = curve.find((one) => one.days >= days);
    return point === undefined
      ? ""
      : isNarrow
        ? `\nn=${point.atRisk}`
        : `\n${point.atRisk} watched`;
  };
  return {
    grid: { left: 46, right: 92, top: 14, bottom: 44 },
    tooltip: textTooltip(palette, (days) => {
      const index = curve.findLastIndex((point) => point.days <= days);
      const row = data.rows[index];
      return row === undefined ? "" : data.reading(row);
    }),
    xAxis: {
      type: "value",
      min: 0,
      max: longest,
      interval: Math.max(1, Math.ceil(longest / year / 6)) * year,
      axisLine: { lineStyle: { color: palette.quiet } },
      splitLine: { show: false },
      axisLabel: {
        ...axisText(palette),
        lineHeight: 16,
        showMaxLabel: false,
        formatter: (days: number) =>
          `${days === 0 ? "adopted" : `${Math.round(days / year)} y`}${atRisk(days)}`,
      },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 1,
      axisLabel: { ...axisText(palette), formatter: (value: number) => percentWords(value) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      band(
        curve.map((point) => [point.days, point.low]),
        0,
      ),
      band(
        curve.map((point) => [point.days, point.high - point.low]),
        0.18,
      ),
      {
        type: "line",
        step: "end",
        data: curve.map((point) => [point.days, point.survival]),
        silent: true,
        showSymbol: false,
        lineStyle: { color: palette.stay, width: 2 },
        itemStyle: { color: palette.stay },
        endLabel: {
          show: true,
          formatter: () =>
            retention.events === 0 ? nobodyLeft : `${percentWords(last?.survival ?? 1)} stay`,
          color: palette.stay,
          fontSize: 12,
          fontFamily: palette.font,
        },
      },
      {
        type: "scatter",
        data: censoredAt(retention),
        symbol: "rect",
        symbolSize: [1.5, 9],
        silent: true,
        itemStyle: { color: palette.stay },
      },
    ],
  };
}
