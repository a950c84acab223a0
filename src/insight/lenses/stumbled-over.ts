import { append } from "#kernel/lists-by-key.ts";
import { counted } from "#kernel/phrases.ts";
import type { Component } from "#model/organisation.ts";
import { findingSeverities, type FindingSeverity } from "#vocabulary/declared.ts";
import { isOpenFinding, shareOfUsers, type FindingResult } from "../usability/assess-usability.ts";
import { productStep, type ProductStep } from "./product-step.ts";

/** How much of a hindrance a finding is by its severity: uncalibrated. */
const weights: Readonly<Record<FindingSeverity, number>> = {
  critical: 1,
  serious: 0.6,
  minor: 0.25,
  cosmetic: 0.05,
};
/** Where it is not said how many of those who took part met it: uncalibrated. */
const usualShare = 0.5;
const mostQuoted = 3;

/** What users stumble over in a product: all of one screen is one step. */
export function stumbledOver({
  component,
  findings,
}: {
  readonly component: Pick<Component, "id" | "name">;
  readonly findings: readonly FindingResult[];
}): ProductStep[] {
  const screens = new Map<string | null, FindingResult[]>();
  for (const one of findings)
    if (one.subjectId === component.id && isOpenFinding(one)) append(screens, one.screen, one);
  return [...screens].map(([screen, open]) =>
    productStep({
      kind: "usability",
      title: `Mend what users stumble over ${screen === null ? `in ${component.name}` : `on “${screen}”`}`,
      subjectIds: [component.id],
      // The chance that somebody who comes by meets one of them and is stopped by it.
      strength:
        1 -
        open.reduce(
          (left, one) => left * (1 - weights[one.severity] * (shareOfUsers(one) ?? usualShare)),
          1,
        ),
      reasons: [
        `${counted(open.length, "open finding")} from ${sourcesOf(open)}${severityWords(open)}`,
        ...open.slice(0, mostQuoted).map(quoted),
      ],
      evidence: open.flatMap((one) => one.evidence),
    }),
  );
}

/** “The button lies below the fold” (critical, 5 of 8 users) */
export function quoted({ finding, severity, users, participants }: FindingResult): string {
  const met =
    users === null
      ? ""
      : participants === null
        ? `, ${counted(users, "user")}`
        : `, ${String(users)} of ${counted(participants, "user")}`;
  return `“${finding}” (${severity}${met})`;
}

/** ": all critical", ": 2 critical, 1 minor"; one finding says its own. */
function severityWords(open: readonly FindingResult[]): string {
  if (open.length === 1) return "";
  const told = findingSeverities.flatMap((severity) => {
    const count = open.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count === open.length ? "all" : String(count)} ${severity}`];
  });
  return `: ${told.join(", ")}`;
}

function sourcesOf(open: readonly FindingResult[]): string {
  const sources = [...new Set(open.map(({ source }) => source))];
  return sources.length > 2 ? `${String(sources.length)} sources` : sources.join(" and ");
}
