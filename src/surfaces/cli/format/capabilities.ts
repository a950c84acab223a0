import type { CapabilityRow } from "#operations/list-capabilities.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import type { Column } from "./table.ts";

/** An empty cell is unknown: `fulcrum explain NAME` says why. */
export const capabilityColumns: readonly Column<CapabilityRow>[] = [
  { title: "Capability", cell: ({ name }) => name, least: 14 },
  { title: "Kind", cell: ({ kind }) => kind, dropAt: 4 },
  { title: "Owner", cell: ({ owners }) => some(owners, 2), least: 8, dropAt: 3 },
  { title: "In use by", cell: ({ adoptersNow }) => String(adoptersNow), align: "right" },
  {
    title: "Across",
    cell: ({ keepersNow: { count, unit } }) =>
      unit === "team" ? counted(count, unit) : counted(count, unit, "repositories"),
    align: "right",
    dropAt: 5,
  },
  {
    title: "Adoption",
    cell: ({ rate }) => (rate === null ? "" : percentOf(rate)),
    align: "right",
  },
  {
    title: "Left",
    cell: ({ leftCount }) => (leftCount === 0 ? "" : String(leftCount)),
    align: "right",
    dropAt: 2,
  },
  {
    title: "Major kept up",
    cell: ({ onNewestMajor }) =>
      onNewestMajor === null
        ? ""
        : `${onNewestMajor.major}: ${onNewestMajor.numerator} of ${onNewestMajor.denominator}`,
    align: "right",
    dropAt: 6,
  },
];
