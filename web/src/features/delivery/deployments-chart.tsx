import { useMemo, type ReactNode } from "react";
import { deploymentReference } from "#web/api/delivery-evidence.ts";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { Dots } from "#web/ui/chart/plot-marks.tsx";
import { Plot } from "#web/ui/chart/plot.tsx";
import { useRoute, withQuery } from "#web/ui/route.ts";
import { dateWords, plural } from "#web/ui/words.ts";
import type { Delivery } from "#web/api/report-rows.ts";
import { deploymentsPlot } from "./deployments-plot.ts";
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
  const { dots, ...plot } = useMemo(
    () => deploymentsPlot(measured, delivery.window),
    [measured, delivery],
  );
  return (
    <ChartFrame data={data} onOpen={open}>
      {() => (
        <Plot {...plot} height={300} pointsBy="both">
          <Dots dots={dots} />
        </Plot>
      )}
    </ChartFrame>
  );
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
      `${dateWords(String(at))}, ${String(version)}: ${durationWords(Number(seconds))} for ${typeof commits === "number" ? plural(commits, "commit") : "some commits"}, ${String(outcome)}`,
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
