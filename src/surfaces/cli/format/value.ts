import type { ValueRow } from "#operations/list-value.ts";
import type { Column } from "./table.ts";

const months = (value: number): string => value.toFixed(value > 0 && value < 10 ? 1 : 0);

const paybackWords: Readonly<Record<NonNullable<ValueRow["payback"]>, string>> = {
  pays: "yes",
  "does-not-pay": "no",
  "not-shown": "not shown yet",
};

/** An empty cell is unknown: `fulcrum value NAME` says why. */
export const valueColumns: readonly Column<ValueRow>[] = [
  { title: "Capability", cell: ({ name }) => name, least: 14 },
  {
    title: "Put in",
    cell: ({ investedPersonMonths: invested }) => (invested === null ? "" : months(invested)),
    align: "right",
  },
  {
    title: "Saved",
    cell: ({ avoidedPersonMonths: avoided }) => (avoided === null ? "" : months(avoided.likely)),
    align: "right",
  },
  {
    title: "Range",
    cell: ({ avoidedPersonMonths: avoided }) =>
      avoided === null ? "" : `${months(avoided.low)} to ${months(avoided.high)}`,
    align: "right",
    dropAt: 3,
  },
  {
    title: "Pays for itself",
    cell: ({ payback }) => (payback === null ? "" : paybackWords[payback]),
  },
  {
    title: "Teams",
    cell: ({ reusingOwners }) => (reusingOwners === null ? "unknown" : String(reusingOwners)),
    align: "right",
    dropAt: 2,
  },
  {
    title: "Upgrades imposed",
    cell: ({ upgradesImposed }) => (upgradesImposed === null ? "" : String(upgradesImposed)),
    align: "right",
    dropAt: 4,
  },
];
