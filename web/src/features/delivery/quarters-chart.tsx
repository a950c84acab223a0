import type { ReactNode } from "react";
import { BarChart } from "#web/ui/chart/bar-chart.tsx";
import { dateWords, numberWords } from "#web/ui/words.ts";
import {
  durationWords,
  isQuarterOver,
  levelWords,
  quarterWords,
  type RollUp,
} from "./delivery-rows.ts";

/** Deployments by quarter with the median lead time of their commits: each compared with itself. */
export function QuartersChart({ rollUp }: { readonly rollUp: RollUp }): ReactNode {
  const { quarters, level } = rollUp;
  const bars = quarters.map((one) => ({
    label: quarterWords(one.from),
    value: one.deploymentsCount,
    words: `${numberWords(one.deploymentsCount)}${
      one.leadTimeSeconds === null ? "" : ` · ${durationWords(one.leadTimeSeconds)}`
    }`,
    isPartial: !isQuarterOver(one),
    more: [one.leadTimeSeconds === null ? null : durationWords(one.leadTimeSeconds)],
  }));
  return (
    <BarChart
      data={{
        title: `Deployments by quarter, ${levelWords[level]}`,
        unit: "deployments · median time from commit to deployment",
        n: quarters.reduce((sum, one) => sum + one.deploymentsCount, 0),
        counted: "deployment",
        window: `${dateWords(quarters[0]?.from ?? rollUp.window.from)} to ${dateWords(
          quarters.at(-1)?.to ?? rollUp.window.to,
        )}`,
        source: "production of all its components, by the owner of the day",
      }}
      labelTitle="Quarter"
      valueTitle="Deployments"
      bars={bars}
      moreColumns={["Median time from commit to deployment"]}
    />
  );
}
