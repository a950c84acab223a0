import { useMemo, type ReactNode } from "react";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { shareAxis, timeAxis } from "#web/ui/chart/axis.ts";
import { Dots, Level, Line } from "#web/ui/chart/plot-marks.tsx";
import { Plot } from "#web/ui/chart/plot.tsx";
import { dateWords, numberWords } from "#web/ui/words.ts";
import type { Objective } from "#web/api/report-rows.ts";
import { budgetWords, lastDayWords } from "./reliability-words.ts";

export function BurnDownChart({ objective }: { readonly objective: Objective }): ReactNode {
  const data = useMemo(() => burnDownData(objective), [objective]);
  const { start, points, lowest, ...plot } = useMemo(() => burnDownPlot(objective), [objective]);
  return (
    <ChartFrame data={data}>
      {() => (
        <Plot {...plot} height={280}>
          <Level
            y={0}
            tone="leave"
            {...(lowest <= spentWordsBelow ? { words: "all spent" } : {})}
          />
          <Line values={[...start, ...points]} tone="use" isStrong />
          <Dots dots={points.map((at) => ({ ...at, shape: "circle", tone: "use" }))} />
        </Plot>
      )}
    </ChartFrame>
  );
}

/** The line of a spent budget is named where the curve comes near it. */
const spentWordsBelow = 0.25;

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

/** From the whole budget at the start of the window to its end, which may be ahead. */
function burnDownPlot({ burnDown, window }: Objective) {
  const points = burnDown.map(({ at, budgetLeft }) => ({ x: Date.parse(at), y: budgetLeft }));
  const start = window === null ? [] : [{ x: Date.parse(window.from), y: 1 }];
  const lowest = Math.min(1, ...points.map(({ y }) => y));
  const moments = [...start, ...points].map(({ x }) => x);
  const ends = window === null ? moments : [...moments, Date.parse(window.end)];
  return {
    start,
    points,
    lowest,
    xAxis: timeAxis(ends.length === 0 ? [0, 0] : [Math.min(...ends), Math.max(...ends)]),
    yAxis: shareAxis(lowest),
    rows: points.map(({ x, y }) => ({ x, ys: [y] })),
  };
}
