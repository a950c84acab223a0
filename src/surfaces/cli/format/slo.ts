import type { ReportReliability } from "#sections/reliability/schema.ts";
import type { Column } from "./table.ts";
import type { ReliabilityState } from "#vocabulary/reliability.ts";

type Status = ReportReliability & { readonly unknown: string | null };

const words: Readonly<Record<ReliabilityState, string>> = {
  ok: "ok",
  burning: "burning",
  spent: "spent: health work first",
  unjudgeable: "cannot be judged",
};

export const statusColumns: readonly Column<Status>[] = [
  { title: "Objective", cell: (one) => one.sloId.slice(one.sloId.indexOf("#") + 1), least: 16 },
  { title: "Target", cell: (one) => percent(one.objective), align: "right" },
  { title: "Window", cell: (one) => one.window?.duration ?? "none", dropAt: 2 },
  {
    title: "Budget left",
    cell: (one) => (one.budgetLeft === null ? "not known" : percent(one.budgetLeft)),
    align: "right",
  },
  { title: "Burn 1h", cell: (one) => rate(one, "1h"), align: "right", dropAt: 3 },
  { title: "Burn 6h", cell: (one) => rate(one, "6h"), align: "right", dropAt: 4 },
  { title: "State", cell: stateWords, least: 20 },
];

function stateWords(one: Status): string {
  return one.unknown === null ? words[one.state] : `${words[one.state]}: ${one.unknown}`;
}

function rate({ burnRates }: Status, window: string): string {
  const found = burnRates.find((one) => one.window === window)?.rate ?? null;
  return found === null ? "not known" : String(Number(found.toFixed(2)));
}

function percent(share: number): string {
  return `${String(Number((share * 100).toFixed(share > 0.99 ? 4 : 1)))} %`;
}

export function findingLine(finding: {
  readonly path: string;
  readonly line: number | null;
  readonly text: string;
}): string {
  const { path, line, text } = finding;
  return `${path}${line === null ? "" : `:${String(line)}`}: ${text}`;
}
