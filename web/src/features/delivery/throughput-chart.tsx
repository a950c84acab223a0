import { useMemo, type ReactNode } from "react";
import { deploymentReference } from "#web/api/delivery-evidence.ts";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { countAxis, timeAxis } from "#web/ui/chart/axis.ts";
import { Dots, Level, Line } from "#web/ui/chart/plot-marks.tsx";
import { Plot } from "#web/ui/chart/plot.tsx";
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
  const { centre, low, high, points } = throughput;
  const plot = useMemo(() => {
    const weeks = points.map(({ at, value }) => ({ x: Date.parse(at), y: value }));
    const ends = weeks.map(({ x }) => x);
    return {
      weeks,
      xAxis: timeAxis([Math.min(...ends), Math.max(...ends)]),
      yAxis: countAxis(Math.max(high, ...weeks.map(({ y }) => y))),
      rows: weeks.map(({ x, y }) => ({ x, ys: [y] })),
      labels: levels({ centre, low, high }).map(({ y, words }) => ({
        x: Math.max(...ends),
        y,
        words,
        tone: "quiet" as const,
      })),
    };
  }, [centre, low, high, points]);
  return (
    <ChartFrame data={data} onOpen={open}>
      {() => (
        <Plot {...plot} height={280}>
          {levels({ centre, low, high }).map(({ y, words, isLimit }) => (
            <Level key={words} y={y} tone="quiet" isDashed={isLimit} />
          ))}
          <Line values={plot.weeks} tone="use" />
          <Dots
            dots={points.map(({ at, value, rules }) => ({
              x: Date.parse(at),
              y: value,
              shape: rules.length > 0 ? "diamond" : "circle",
              tone: rules.length > 0 ? "leave" : "use",
            }))}
          />
        </Plot>
      )}
    </ChartFrame>
  );
}

/** The mean, and what weeks keep to as long as nothing changes. A limit at 0 is the axis. */
function levels({ centre, low, high }: Pick<Throughput, "centre" | "low" | "high">) {
  return [
    { y: high, words: `upper limit ${decimalWords(high)}`, isLimit: true },
    { y: centre, words: `mean ${decimalWords(centre)}`, isLimit: false },
    ...(low > 0 ? [{ y: low, words: `lower limit ${decimalWords(low)}`, isLimit: true }] : []),
  ];
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
