import type { ReactNode } from "react";
import { BarChart } from "#web/ui/chart/bar-chart.tsx";
import { dateWords, numberWords } from "#web/ui/words.ts";
import type { Delivery } from "#web/api/report-rows.ts";
import { durationWords, levelWords, stageWords } from "./delivery-rows.ts";

const steps: readonly (readonly [string, number])[] = [
  ["under an hour", 3600],
  ["under a day", 86_400],
  ["under a week", 7 * 86_400],
  ["under a month", 30.44 * 86_400],
  ["longer", Number.POSITIVE_INFINITY],
];

interface LeadTimeProps {
  readonly delivery: Delivery;
}

/** Deployments by the median lead time of their commits. */
export function LeadTimes({ delivery }: LeadTimeProps): ReactNode {
  const times = delivery.points.flatMap((point) => point.leadTimeSeconds ?? []);
  const bars = steps.map(([label, end], index) => {
    const start = steps[index - 1]?.[1] ?? 0;
    const value = times.filter((time) => time >= start && time < end).length;
    return { label, value, words: numberWords(value) };
  });
  return (
    <BarChart
      data={{
        title: "How long changes took",
        unit: "deployments by the median lead time of their commits",
        n: times.length,
        counted: "deployment",
        window: windowWords(delivery),
        source: levelWords[delivery.level],
      }}
      labelTitle="Lead time"
      bars={bars}
    />
  );
}

/** Medians of the stages that are known. */
export function Stages({ delivery }: LeadTimeProps): ReactNode {
  const { stages } = delivery;
  if (stages.length === 0) return null;
  return (
    <BarChart
      data={{
        title: "Where the time goes",
        unit: "median of each stage in hours; medians do not add up to the whole",
        n: Math.max(...stages.map((one) => one.n)),
        counted: "change",
        window: windowWords(delivery),
        source: "commits and merges from git, reviews and builds from events",
      }}
      labelTitle="Stage"
      valueTitle="Hours, median"
      bars={stages.map((one) => ({
        label: stageWords[one.stage],
        value: Math.round(one.p50 / 36) / 100,
        words: `${durationWords(one.p50)}, n\u00a0=\u00a0${numberWords(one.n)}`,
        more: [durationWords(one.p50), one.n],
      }))}
      moreColumns={["Median", "Changes"]}
    />
  );
}

function windowWords({ window }: Delivery): string {
  return `${dateWords(window.from)} to ${dateWords(window.to)}`;
}
