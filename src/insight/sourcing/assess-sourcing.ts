import type { OwnFindings } from "./findings.ts";
import { first90Days } from "./first-90-days.ts";
import {
  contradictionsOf,
  fitOptions,
  type SourcingAnswers,
  type SourcingSuggestions,
  type SourcingWeights,
} from "./fit.ts";
import { handOver } from "./hand-over.ts";
import { interviewKit } from "./interview-kit.ts";
import { sourcingQuestionIds } from "./questions.ts";
import type { SourcingResult } from "./result.ts";

/** Answers: where should a platform product manager come from, how to choose one, and what to begin with? */
export function assessSourcing(
  answers: SourcingAnswers,
  found: OwnFindings,
  weights: SourcingWeights = {},
  suggestions: SourcingSuggestions = {},
): SourcingResult {
  const isNone = found.staffing.stage === "none";
  return {
    options: fitOptions(answers, weights, suggestions),
    answeredCount: sourcingQuestionIds.filter((id) => answers[id] !== undefined).length,
    suggestedCount: sourcingQuestionIds.filter(
      (id) => answers[id] === undefined && suggestions[id] !== undefined,
    ).length,
    questionsCount: sourcingQuestionIds.length,
    contradictions: [
      ...contradictionsOf(answers),
      ...(isNone && answers["platform-admitted"] === "yes"
        ? [
            "The organisation says that it builds a platform, yet nothing that several teams build on was seen.",
          ]
        : []),
      ...(!isNone &&
      found.staffing.stage !== "unknown" &&
      answers["platform-forming"] === "yes" &&
      found.staffing.stage !== "early"
        ? ["The platform is said to be forming, yet it has several domains or six teams already."]
        : []),
    ],
    interviewKit,
    first90Days: { phases: first90Days(found) },
    handOver: handOver(found),
  };
}
