import { evidenceOf } from "#insight/interview/declared-facts.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { counted } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

/** How much each answer speaks for leads who act as product managers; absent: not at all. */
type Weights = Readonly<Record<string, number>>;

/** Leads as the platform's product managers: declared only, since git says nothing of who decides. */
export function readLeads(
  sources: IndicatorSources,
): Pick<IndicatorReadings, "no-product-owner" | "leads-decide" | "leads-triage"> {
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
    "leads-triage": answersTo(
      sources,
      "who-triages-requests",
      { lead: 1 },
      "say that leads take in what is asked of the platform",
    ),
  };
}

/** Over the newest answer of each role, contradictions included: two roles that differ count a half each. */
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
  const weight = answers.reduce((total, { answer }) => total + (weights[answer] ?? 0), 0);
  return reading(
    weight / answers.length,
    answers.length,
    null,
    `${counted(answers.filter(({ answer }) => (weights[answer] ?? 0) > 0).length, "role")} of ${String(answers.length)} ${says}`,
    answers.map(evidenceOf),
  );
}
