import type { EChartsCoreOption } from "echarts/core";
import { useMemo, type ReactNode } from "react";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { axisText, textTooltip } from "#web/ui/chart/chart-parts.ts";
import { EChart } from "#web/ui/chart/e-chart.tsx";
import type { Palette } from "#web/ui/chart/palette.ts";
import { dateWords, numberWords, percentWords } from "#web/ui/words.ts";
import type { Objective } from "#web/api/report-rows.ts";
import { budgetWords, lastDayWords } from "./reliability-words.ts";

export function BurnDownChart({ objective }: { readonly objective: Objective }): ReactNode {
  const data = useMemo(() => burnDownData(objective), [objective]);
  const option = useMemo(
    () => (palette: Palette) => burnDownOption(objective, data, palette),
    [objective, data],
  );
  return (
    <ChartFrame data={data}>
      {(cursor, open) => (
        <EChart
          option={option}
          height={260}
          onOpen={(index) => open?.(index - (objective.window === null ? 0 : 1))}
          cursorAt={cursor === null ? null : Date.parse(String(data.rows[cursor]?.[0]))}
        />
      )}
    </ChartFrame>
  );
}

function burnDownData({ burnDown, n, unit, window }: Objective): ChartData {
  const words = window === null ? "" : `${dateWords(window.from)} to ${lastDayWords(window.to)}`;
  return {
    title: "What is left of the error budget",
    unit: "share of the budget of the window",
    n: Math.round(n),
    counted: unit === "events" ? "event" : "slice",
    window: words,
    source: `${unit} as measured, docs/insights/reliability.md`,
    columns: ["At", "Budget left", "Bad", "All"],
    rows: burnDown.map((point) => [
      point.at,
      point.budgetLeft,
      Math.round((point.total - point.good) * 100) / 100,
      Math.round(point.total * 100) / 100,
    ]),
    evidence: burnDown.map((point) => point.evidenceIds),
    reading: ([at, left, bad, all]) =>
      `${lastDayWords(String(at))}: ${budgetWords(Number(left))}; ${numberWords(Number(bad))} of ${numberWords(Number(all))} ${unit} were bad`,
  };
}

/** At most eight steps from the lowest to 100 %, so that what is far overspent still has a scale. */
function stepFor(lowest: number): number {
  if (lowest >= 0) return 0.2;
  let step = 0.25;
  while ((1 - lowest) / step > 8) step *= 2;
  return step;
}

function burnDownOption(
  { burnDown, window }: Objective,
  data: ChartData,
  palette: Palette,
): EChartsCoreOption {
  const points = burnDown.map((point) => [Date.parse(point.at), point.budgetLeft] as const);
  const start = window === null ? [] : [[Date.parse(window.from), 1] as const];
  const lowest = Math.min(0, ...burnDown.map((point) => point.budgetLeft));
  const interval = stepFor(lowest);
  return {
    grid: { left: 56, right: 24, top: 14, bottom: 30 },
    tooltip: textTooltip(palette, (at) => {
      const row = data.rows.find(([when]) => Date.parse(String(when)) >= at);
      return row === undefined ? "" : data.reading(row);
    }),
    xAxis: {
      type: "time",
      min: window === null ? undefined : Date.parse(window.from),
      max: window === null ? undefined : Date.parse(window.end),
      axisLine: { lineStyle: { color: palette.quiet } },
      axisLabel: {
        ...axisText(palette),
        formatter: (at: number) => dateWords(at).replace(/ \d{4}$/, ""),
        hideOverlap: true,
      },
    },
    yAxis: {
      type: "value",
      min: Math.floor(lowest / interval) * interval,
      max: 1,
      interval,
      axisLabel: {
        ...axisText(palette),
        formatter: (value: number) => percentWords(value),
        showMaxLabel: interval <= 1,
      },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      {
        type: "line",
        data: [...start, ...points],
        symbolSize: 7,
        lineStyle: { color: palette.use, width: 2 },
        itemStyle: { color: palette.use },
        markLine: {
          silent: true,
          symbol: "none",
          data: [{ yAxis: 0 }],
          lineStyle: { color: palette.leave, type: "solid", width: 1 },
          label: { formatter: () => "spent", position: "insideEndTop", color: palette.leave },
        },
      },
    ],
  };
}
