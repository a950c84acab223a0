import type { Report } from "#sections/report.ts";
import { markdownText } from "#operations/documents/foreign-text.ts";
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

/** Everything that holds, lacks, cannot be seen and was said: the table has room for one of each. */
export function maturityMarkdown(aspects: readonly Aspect[]): string[] {
  return aspects.flatMap(({ aspect, holds, lacks, unseen, declared }) => [
    "",
    `## ${markdownText(aspect)}`,
    "",
    ...holds.map((one) => `- holds, level ${String(one.level)}: ${markdownText(one.text)}`),
    ...lacks.map((one) => `- lacks, level ${String(one.level)}: ${wanting(one)}`),
    ...unseen.map((one) => `- not seen, level ${String(one.level)}: ${wanting(one)}`),
    ...declared.map((one) => `- said: ${markdownText(one)}`),
  ]);
}

function wanting({ text, needs }: Aspect["lacks"][number]): string {
  return `${markdownText(text)}; needs ${markdownText(needs)}`;
}
