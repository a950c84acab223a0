import { evidenceOf } from "#insight/interview/declared-facts.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { counted } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { workByOthers } from "./shared-care.ts";
import { spreadOf } from "./spread.ts";

/** How much each answer speaks for leads who act as product managers; absent: not at all. */
type Weights = Readonly<Record<string, number>>;

/** Leads as the platform's product managers: declared, and weakly whether platform work is done beside other work. */
export function readLeads(
  sources: IndicatorSources,
): Pick<
  IndicatorReadings,
  "no-product-owner" | "leads-decide" | "leads-triage" | "work-by-others"
> {
  return {
    "no-product-owner": answersTo(
      sources,
      "platform-product-owner",
      { nobody: 1, lead: 1, several: 0.5 },
      "say that no product manager owns the platform",
    ),
    "leads-decide": answersTo(
      sources,
      "who-decides-priorities",
      { lead: 1, committee: 0.5 },
      "say that leads decide what the platform does next",
    ),
    "work-by-others": workByOthers(sources),
    "leads-triage": answersTo(
      sources,
      "who-triages-requests",
      { lead: 1 },
      "say that leads take in what is asked of the platform",
    ),
  };
}

const contradictedCoverage = 0.5;

/** The newest answer; those of other roles say how far it is believed. */
function answersTo(
  { facts }: IndicatorSources,
  question: string,
  weights: Weights,
  says: string,
): IndicatorReading {
  const answers = facts.answers(question);
  if (answers.length === 0) {
    return notRead(
      "not-declared",
      "Nobody has answered this question.",
      "An answer: fulcrum interview --topic ownership.",
    );
  }
  // Of contradicting answers the latest counts, with half the weight: both are shown.
  const latest = answers.toSorted((one, other) => other.at - one.at)[0];
  const isContradictory = answers.some(({ answer }) => answer !== latest?.answer);
  return reading({
    value: weights[latest?.answer ?? ""] ?? 0,
    n: answers.length,
    coverage: isContradictory ? contradictedCoverage : 1,
    text: `${counted(answers.filter(({ answer }) => (weights[answer] ?? 0) > 0).length, "role")} of ${String(answers.length)} ${says}${
      isContradictory
        ? `; answers contradict each other, and the latest counts (${latest?.role ?? ""})`
        : ""
    }`,
    spread: spreadOf(answers.length),
    evidence: answers.map(evidenceOf),
  });
}
