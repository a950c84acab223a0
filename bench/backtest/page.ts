import { counted } from "#kernel/phrases.ts";
import type { Case } from "./cases.ts";

const mostNames = 2;

/** Every case, in Markdown: few, of the same organisations again and again, so that they prove nothing. */
export function pageLines(cases: readonly Case[]): string[] {
  const organisations = new Set(cases.map(({ before }) => before.organisation));
  return [
    `${counted(cases.length, "case")} of ${counted(organisations.size, "organisation")}, all that there are:`,
    "",
    "| as of 1 January | repositories | said | needed, soon, not yet | signs (80 %) | looked at | two years later git shows |",
    "|---|--:|---|---|---|--:|---|",
    ...cases.map(row),
  ];
}

function row(one: Case): string {
  const { organisation, year, repositoriesCount, verdict } = one.before;
  const { answer, leaning, chances, signs, evidenceMass } = verdict;
  const isAnswered = answer !== "undecided" && answer !== "not-looked-at";
  const said = isAnswered ? answer : `${answer}, leaning ${leaning}`;
  return `| ${[
    `${organisation} ${String(year)}`,
    String(repositoriesCount),
    said.replaceAll("-", " "),
    [chances.needed, chances.soon, chances["not-yet"]].map(percent).join(", "),
    `${signs.mean.toFixed(1)} (${String(signs.low)} to ${String(signs.high)})`,
    percent(evidenceMass),
    shown(one),
  ].join(" | ")} |`;
}

/** What is there that was not, in the words of the table. */
export function shown(one: Case): string {
  const found = [
    named("owner", one.newOwners),
    named("document", one.newDirection),
    one.newRecordsCount === 0
      ? ""
      : `${counted(one.newRecordsCount, "further decision record")} (net)`,
    named("retired", one.newlyRetired),
    one.settledJobs.length + one.splitJobs.length === 0
      ? ""
      : `of ${String(one.jobsCount)} jobs ${String(one.settledJobs.length)} no longer done in several ways, ${String(one.splitJobs.length)} newly so`,
  ].filter((words) => words !== "");
  return found.length === 0 ? "nothing of these" : found.join("; ");
}

function named(what: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const rest = names.length - mostNames;
  const first = names.slice(0, mostNames).map((name) => `\`${name.replaceAll(/[`|]/g, "")}\``);
  return `${what} ${first.join(", ")}${rest > 0 ? ` and ${String(rest)} more` : ""}`;
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
