import type { Report } from "#sections/report.ts";
import { findingSeverities } from "#vocabulary/declared.ts";
import { listWords, numberWords, plural } from "#web/ui/words.ts";

export type Finding = Report["usability"][number];

/** 4 for critical down to 1 for cosmetic, as Nielsen numbers them. */
export function severityRank({ severity }: Pick<Finding, "severity">): number {
  return findingSeverities.length - findingSeverities.indexOf(severity);
}

/** "5 of 8 users" */
export function metWords({
  usersCount,
  participantsCount,
}: Pick<Finding, "usersCount" | "participantsCount">): string {
  if (usersCount === null) return "not said";
  return participantsCount === null
    ? plural(usersCount, "user")
    : `${numberWords(usersCount)} of ${plural(participantsCount, "user")}`;
}

/** "9 open findings, 4 of them critical; 1 was mended." */
export function openWords(findings: readonly Finding[]): string {
  const open = findings.filter(({ resolvedAt }) => resolvedAt === null);
  const mended = findings.length - open.length;
  const worst = findingSeverities.find((severity) => open.some((one) => one.severity === severity));
  const worstCount = open.filter((one) => one.severity === worst).length;
  const told = [
    worst === undefined
      ? "Nothing that was found is open"
      : `${plural(open.length, "open finding")}${
          worstCount === open.length
            ? `, ${open.length === 1 ? "" : "all "}${worst}`
            : `, ${numberWords(worstCount)} of them ${worst}`
        }`,
    ...(mended === 0 ? [] : [`${numberWords(mended)} ${mended === 1 ? "was" : "were"} mended`]),
  ];
  return `${told.join("; ")}. From ${listWords(sourcesOf(findings))}.`;
}

const mostSources = 3;

function sourcesOf(findings: readonly Finding[]): readonly string[] {
  const sources = [...new Set(findings.map(({ source }) => source))].toSorted();
  return sources.length <= mostSources ? sources : [plural(sources.length, "source")];
}
