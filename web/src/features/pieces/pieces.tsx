import { useMemo, type ReactNode } from "react";
import { BarChart } from "#web/ui/chart/bar-chart.tsx";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { Band, Dots, Level, Line, PartlySeen, type DotShape } from "#web/ui/chart/plot-marks.tsx";
import { Plot } from "#web/ui/chart/plot.tsx";
import { Sparkline } from "#web/ui/chart/sparkline.tsx";
import { TrendLine, type TrendTile } from "#web/ui/chart/trend-line.tsx";
import { dateWords, decimalWords } from "#web/ui/words.ts";
import { plotOf, plotStates, quarterAt } from "./plot-states.ts";

/** Each piece of a picture in every state. */
export function Pieces(): ReactNode {
  return (
    <>
      <h1>Pieces of pictures</h1>
      {plotStates.map((state) => (
        <PlotPiece key={state.title} state={state} />
      ))}
      <DotsPiece />
      <BarPieces />
      <section className="panel">
        <h2>Trends of tiles</h2>
        {trends.map(({ title, tile }) => (
          <div key={title}>
            <h3>{title}</h3>
            <div style={{ display: "flex", flexWrap: "wrap", gap: 24 }}>
              {[160, 220, 280].map((width) => (
                <div key={width} style={{ width }}>
                  <TrendLine tile={tile} label={title} />
                </div>
              ))}
            </div>
          </div>
        ))}
      </section>
      <section className="panel">
        <h2>Lines of tables</h2>
        {sparks.map((values) => (
          <p key={values.join(" ")}>
            <Sparkline values={values} outline={[]} label={`Values ${values.join(", ")}`} />
            <Sparkline
              values={values}
              outline={values.map((value, index) => (index === 1 ? null : value + 4))}
              label={`Values ${values.join(", ")}, with an outline`}
              isLastPartial
            />
          </p>
        ))}
      </section>
    </>
  );
}

const about = { n: 12, counted: "quarter", window: "2023 to 2025", source: "made up" } as const;

function PlotPiece({ state }: { readonly state: (typeof plotStates)[number] }): ReactNode {
  const { title, series, isPartial = false, hasBand = false } = state;
  const { whole, ...plot } = useMemo(() => plotOf(state), [state]);
  const last = plot.rows.at(-1);
  const asOf = plot.events.at(-1)?.at ?? quarterAt(whole);
  const data: ChartData = {
    ...about,
    title,
    unit: "things",
    columns: ["Quarter", ...series.map(({ words }) => words)],
    rows: plot.rows.map(({ x }, index) => [
      new Date(x).toISOString().slice(0, 10),
      ...series.map(({ values }) => values[index] ?? null),
    ]),
    reading: ([at, ...values]) =>
      `${dateWords(String(at))}: ${values.map((value) => value ?? "not known").join(", ")}`,
  };
  return (
    <ChartFrame data={data}>
      {() => (
        <Plot {...plot} height={260}>
          {series.map(({ tone, values }, index) => (
            <g key={tone}>
              {hasBand && (
                <Band
                  values={values.flatMap((value, place) =>
                    value === null
                      ? []
                      : [{ x: quarterAt(place), low: value * 0.8, high: value * 1.1 }],
                  )}
                  tone={tone}
                />
              )}
              <Line
                values={values.slice(0, whole).map((y, place) => ({ x: quarterAt(place), y }))}
                tone={tone}
                isStrong={index === 0}
                isFilled={index === 0 && !hasBand}
              />
            </g>
          ))}
          {isPartial && last !== undefined && (
            <PartlySeen from={last.x} to={asOf} x={last.x} y={last.ys[0] ?? 0} tone="use" />
          )}
        </Plot>
      )}
    </ChartFrame>
  );
}

const shapes: readonly DotShape[] = ["circle", "ring", "diamond", "triangle", "tick"];

function DotsPiece(): ReactNode {
  const plot = useMemo(
    () =>
      plotOf({
        title: "",
        series: [{ tone: "use", words: "dots", values: shapes.map((_, index) => index + 1) }],
      }),
    [],
  );
  const data: ChartData = {
    ...about,
    title: "Dots of each shape, and levels",
    unit: "things",
    columns: ["Quarter", "Things"],
    rows: plot.rows.map(({ x, ys }) => [dateWords(x), ys[0] ?? null]),
    reading: ([at, value]) => `${at ?? ""}: ${value ?? ""}`,
  };
  return (
    <ChartFrame data={data}>
      {() => (
        <Plot {...plot} labels={[]} height={200} pointsBy="both">
          <Level y={3} tone="quiet" isDashed />
          <Level y={4} tone="leave" words="all spent" />
          <Dots
            dots={shapes.map((shape, index) => ({
              x: quarterAt(index),
              y: index + 1,
              shape,
              tone: index > 1 ? "leave" : "use",
            }))}
          />
        </Plot>
      )}
    </ChartFrame>
  );
}

function BarPieces(): ReactNode {
  return (
    <>
      <BarChart
        data={{ ...about, title: "Bars, the last not over", unit: "deployments" }}
        labelTitle="Quarter"
        bars={[40, 44, 0, 9].map((value, index) => ({
          label: `Q${index + 1} 2025`,
          value,
          words: `${value} · ${index + 2} hours`,
          more: [`${index + 2} hours`],
          isPartial: index === 3,
        }))}
        moreColumns={["Lead time"]}
      />
      <BarChart
        data={{ ...about, title: "Bars with long names", unit: "components" }}
        labelTitle="Name"
        bars={Array.from({ length: 14 }, (_, index) => ({
          label: `@organisation/a-rather-long-name-of-a-package-${index}`,
          value: (14 - index) ** 2,
        }))}
        isMono
      />
    </>
  );
}

const tileOf = (
  values: readonly (number | null)[],
  format = decimalWords,
  isPartial = false,
): TrendTile => ({
  points: values.map((value, index) => ({
    at: new Date(quarterAt(index)).toISOString(),
    value,
    isPartial: isPartial && index === values.length - 1,
  })),
  format,
});

const days = (value: number): string => `${decimalWords(value)} d`;
const twelve = [9, 8, 9.5, 7, 7.2, 6, 6.4, 5, 5.5, 5, 4.6, 4.8];

const trends: readonly { readonly title: string; readonly tile: TrendTile }[] = [
  { title: "Twelve quarters", tile: tileOf(twelve, days) },
  { title: "The last is not over", tile: tileOf([...twelve, 1], days, true) },
  { title: "Gaps", tile: tileOf(twelve.map((value, index) => (index % 4 === 2 ? null : value))) },
  { title: "Constant", tile: tileOf(twelve.map(() => 3)) },
  { title: "All zero", tile: tileOf(twelve.map(() => 0)) },
  { title: "One quarter", tile: tileOf([4]) },
  { title: "Only one that is not over", tile: tileOf([4], decimalWords, true) },
  { title: "Nothing known", tile: tileOf([null, null]) },
  { title: "Long words", tile: tileOf(twelve, (value) => `${value} repositories without owners`) },
];

const sparks: readonly (readonly number[])[] = [
  [],
  [3],
  [3, 3, 3],
  [0, 0],
  [1, 4, 9, 12, 13, 13, 14, 5],
];
