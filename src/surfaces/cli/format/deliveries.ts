import type { DeliveryRow } from "#operations/list-deliveries.ts";
import type { RollUpRow } from "#operations/list-delivery-roll-ups.ts";
import { counted, percentOf } from "#kernel/phrases.ts";
import type { Column } from "./table.ts";

/** 40 min, 5.2 h, 3.1 days */
export function durationOf(seconds: number): string {
  if (seconds < 5400) return `${String(Math.round(seconds / 60))} min`;
  if (seconds < 172_800) return `${(seconds / 3600).toFixed(1)} h`;
  return `${(seconds / 86_400).toFixed(1)} days`;
}

/** An empty cell is unknown: `fulcrum delivery NAME` says why. */
export const deliveryColumns: readonly Column<DeliveryRow>[] = [
  { title: "Component", cell: ({ name }) => name, least: 14 },
  { title: "Environment", cell: ({ environment }) => environment, least: 8 },
  { title: "Evidence", cell: ({ level }) => level, dropAt: 4 },
  { title: "Deployed", cell: ({ deploymentsCount }) => String(deploymentsCount), align: "right" },
  {
    title: "A week",
    cell: ({ perWeek }) => (perWeek === null ? "" : perWeek.toFixed(1)),
    align: "right",
    dropAt: 5,
  },
  {
    title: "Lead time",
    cell: ({ leadTimeSeconds }) => {
      const lead = leadTimeSeconds?.committer ?? null;
      return lead === null ? "" : durationOf(lead.p50);
    },
    align: "right",
  },
  {
    title: "85 % within",
    cell: ({ leadTimeSeconds }) => {
      const lead = leadTimeSeconds?.committer ?? null;
      return lead === null ? "" : durationOf(lead.p85);
    },
    align: "right",
    dropAt: 3,
  },
  {
    title: "Failed",
    cell: ({ changeFailRate }) => (changeFailRate === null ? "" : percentOf(changeFailRate.value)),
    align: "right",
    dropAt: 2,
  },
];

/** By name, never by a figure: a team is compared with itself. */
export const rollUpColumns: readonly Column<RollUpRow>[] = [
  { title: "Name", cell: ({ name }) => name, least: 14 },
  { title: "Evidence", cell: ({ level }) => level, dropAt: 5 },
  {
    title: "Components",
    cell: ({ componentsCount }) => String(componentsCount),
    align: "right",
    dropAt: 4,
  },
  { title: "Deployed", cell: ({ deploymentsCount }) => String(deploymentsCount), align: "right" },
  {
    title: "A week, each",
    cell: ({ componentPerWeek: week }) => (week === null ? "" : week.toFixed(1)),
    align: "right",
    dropAt: 3,
  },
  {
    title: "Lead time",
    cell: ({ leadTimeSeconds: lead }) => (lead === null ? "" : durationOf(lead.p50)),
    align: "right",
  },
  {
    title: "Quarter by quarter",
    cell: ({ quarters }) => quarters.map((one) => String(one.deploymentsCount)).join(" "),
    dropAt: 1,
  },
  {
    title: "Failed",
    cell: ({ changeFailRate }) => (changeFailRate === null ? "" : percentOf(changeFailRate.value)),
    align: "right",
    dropAt: 2,
  },
];

const stageNames: Readonly<Record<DeliveryRow["stages"][number]["stage"], string>> = {
  "commit-to-merge": "commit to merge",
  "open-to-merge": "review",
  "merge-to-build": "merge to build",
  "build-to-deploy": "build to deployment",
  "merge-to-deploy": "merge to deployment",
};

/** What a row of one component has no column for; a surface makes it safe. */
export function detailsOf(row: DeliveryRow): string[] {
  const { environment, stages, changeFailRate: failed, predictability } = row;
  const signals = predictability?.throughput?.points.filter((one) => one.rules.length > 0).length;
  const lines = [
    stages.length === 0
      ? null
      : `stages: ${stages.map((one) => `${stageNames[one.stage]} ${durationOf(one.p50)} (n = ${String(one.n)})`).join(", ")}`,
    row.revertsCount === null
      ? `rolled back ${counted(row.rollbacksCount, "time")}`
      : `rolled back ${counted(row.rollbacksCount, "time")}, reverts in ${String(row.revertsCount)}, hotfixes in ${String(row.hotfixesCount ?? 0)} deployments`,
    failed === null
      ? null
      : `failed: ${String(failed.numerator)} of ${String(failed.denominator)}, 95 % interval ${percentOf(failed.low)} to ${percentOf(failed.high)}; by other ways of linking ${percentOf(Math.min(...failed.sensitivity.map((one) => one.explicitOnly)))} to ${percentOf(Math.max(...failed.sensitivity.map((one) => one.withTimeOnly)))}`,
    signals === undefined ? null : `weeks that stand out: ${String(signals)}`,
    row.tagFamilies.length < 2
      ? null
      : `tags: ${row.tagFamilies.map((one) => `${one.pattern} (${String(one.tagsCount)}${one.isChosen ? ", counted" : ""})`).join(", ")}`,
  ];
  return lines.flatMap((line) => (line === null ? [] : [`${environment}: ${line}`]));
}
