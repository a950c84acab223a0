import { useMemo, type ReactNode } from "react";
import { deploymentReference } from "#web/api/delivery-evidence.ts";
import { useSection } from "#web/api/use-report.ts";
import { BarChart } from "#web/ui/chart/bar-chart.tsx";
import { dateWords, numberWords } from "#web/ui/words.ts";
import type { Delivery } from "#web/api/report-rows.ts";
import {
  durationWords,
  isQuarterOver,
  levelWords,
  membersOf,
  quarterWords,
  type RollUp,
} from "./delivery-rows.ts";

/** Deployments by quarter with the median lead time of their commits, each compared with itself; a bar opens its deployments. */
export function QuartersChart({ rollUp }: { readonly rollUp: RollUp }): ReactNode {
  const { quarters, level } = rollUp;
  const { delivery } = useSection("delivery");
  const evidence = useMemo(() => deploymentsByQuarter(rollUp, delivery), [rollUp, delivery]);
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
        source:
          "production of all its components, by the owner of the day; a bar opens the deployments that the report lists",
        evidence,
      }}
      labelTitle="Quarter"
      valueTitle="Deployments"
      bars={bars}
      moreColumns={["Median time from commit to deployment"]}
    />
  );
}

/** References to the deployments that the report lists, quarter by quarter: none of one that began before its window does. */
function deploymentsByQuarter(
  rollUp: RollUp,
  deliveries: readonly Delivery[],
): readonly (readonly string[])[] {
  const { quarters, window } = rollUp;
  const found = quarters.map((): string[] => []);
  for (const delivery of membersOf(rollUp, deliveries))
    for (const [index, { at }] of delivery.points.entries()) {
      const place = quarters.findIndex(({ from, to }) => from <= at && at < to);
      const quarter = quarters[place];
      if (quarter !== undefined && quarter.from >= window.from)
        found[place]?.push(deploymentReference(delivery, index));
    }
  return found;
}
