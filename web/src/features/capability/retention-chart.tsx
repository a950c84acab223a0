import { useMemo, type ReactNode } from "react";
import type { Adoption } from "#web/api/report-rows.ts";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { shareAxis } from "#web/ui/chart/axis.ts";
import { Band, Dots, Line } from "#web/ui/chart/plot-marks.tsx";
import { Plot } from "#web/ui/chart/plot.tsx";
import { daysWords, percentWords } from "#web/ui/words.ts";
import { censoredAt, watchedAxis } from "./retention-axis.ts";

type Retention = NonNullable<Adoption["retention"]>;

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
  const plot = useMemo(() => {
    const { curve, events } = retention;
    const last = curve.at(-1);
    const words = events === 0 ? nobodyLeft : `${percentWords(last?.survival ?? 1)} stay`;
    return {
      xAxis: watchedAxis(curve),
      yAxis: shareAxis(),
      labels:
        last === undefined
          ? []
          : [{ x: last.days, y: last.survival, words, tone: "stay" as const }],
      rows: curve.map(({ days, survival }) => ({ x: days, ys: [survival] })),
    };
  }, [retention, nobodyLeft]);
  const { curve } = retention;
  return (
    <ChartFrame data={data}>
      {() => (
        <Plot {...plot} height={290}>
          <Band
            values={curve.map(({ days, low, high }) => ({ x: days, low, high }))}
            tone="stay"
            shape="step"
          />
          <Line
            values={curve.map(({ days, survival }) => ({ x: days, y: survival }))}
            tone="stay"
            shape="step"
            isStrong
          />
          <Dots
            dots={censoredAt(curve).map(({ days, survival }) => ({
              x: days,
              y: survival,
              shape: "tick",
              tone: "stay",
            }))}
          />
        </Plot>
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
