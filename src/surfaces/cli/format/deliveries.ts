import type { DeliveryRow } from "#operations/list-deliveries.ts";
import { percentOf } from "#operations/phrases.ts";
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
