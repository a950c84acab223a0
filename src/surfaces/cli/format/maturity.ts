import type { Report } from "#contract/report.ts";
import type { Column } from "./table.ts";

type Aspect = Report["maturity"]["aspects"][number];

export const maturityColumns: readonly Column<Aspect>[] = [
  { title: "Aspect", cell: ({ aspect }) => aspect },
  {
    title: "Level",
    cell: ({ level, levelName, isDeclared }) =>
      level === null
        ? "unknown"
        : `${String(level)} ${levelName ?? ""}${isDeclared ? " (declared)" : ""}`,
  },
  { title: "Holds", cell: ({ holds }) => holds.at(-1)?.text ?? "", least: 16, dropAt: 1 },
  {
    title: "Held back by",
    cell: ({ lacks, unseen }) =>
      lacks[0]?.text ?? (unseen[0] === undefined ? "" : `not seen: ${unseen[0].text}`),
    least: 16,
  },
];
