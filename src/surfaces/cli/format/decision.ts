import type { Report } from "#sections/report.ts";
import type { SignalRow } from "#operations/list-signals.ts";
import type { Column } from "./table.ts";

type Option = Report["sourcing"]["options"][number];

const percent = (share: number): string => `${String(Math.round(share * 100))} %`;

export const signalColumns: readonly Column<SignalRow>[] = [
  { title: "Signal", cell: ({ title }) => title, least: 20 },
  { title: "State", cell: ({ state }) => state.replaceAll("-", " ") },
  { title: "Chance", cell: ({ chance }) => percent(chance), align: "right" },
  { title: "Seen", cell: ({ mass }) => percent(mass), align: "right", dropAt: 2 },
  { title: "Because", cell: ({ because }) => because, least: 20 },
];

export const optionColumns: readonly Column<Option>[] = [
  { title: "Option", cell: ({ title }) => title },
  {
    title: "Fit",
    cell: ({ fit, fitRange: { low, high } }) =>
      `${fit.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`,
    align: "right",
  },
  { title: "Brings", cell: ({ brings }) => brings.join("; "), least: 16, dropAt: 2 },
  { title: "First risk", cell: ({ risks }) => risks[0]?.risk ?? "", least: 16, dropAt: 1 },
];

/** With every risk, where there is room. */
export const wholeOptionColumns: readonly Column<Option>[] = [
  ...optionColumns.slice(0, -1),
  { title: "Risks", cell: ({ risks }) => risks.map(({ risk }) => risk).join("; ") },
];

/** "1 person", "2 to 4 people, 3 recommended" */
export function rangeWords({
  low,
  high,
  recommended,
}: Pick<Report["staffing"], "low" | "high" | "recommended">): string {
  if (low === null || high === null) return "not known";
  const people = (count: number): string => `${String(count)} ${count === 1 ? "person" : "people"}`;
  if (low === high) return people(low);
  const advice = recommended === null ? "" : `, ${String(recommended)} recommended`;
  return `${String(low)} to ${people(high)}${advice}`;
}
