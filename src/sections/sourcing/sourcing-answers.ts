import { sourcingAnswers as answers } from "#vocabulary/decision.ts";
import type { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import type { SourcingAnswers } from "#insight/sourcing/fit.ts";
import { sourcingQuestionIds } from "#insight/sourcing/questions.ts";

/** What the interview says of where to look; answers that contradict each other between roles are none, and are said. */
export function sourcingAnswers(facts: DeclaredFacts): {
  readonly answers: SourcingAnswers;
  readonly contradictions: readonly string[];
} {
  const found: { -readonly [Id in keyof SourcingAnswers]: SourcingAnswers[Id] } = {};
  const contradictions: string[] = [];
  for (const id of sourcingQuestionIds) {
    const { value, unknown } = facts.fact(`sourcing-${id}`);
    const answer = answers.find((one) => one === value?.answer);
    if (answer !== undefined) found[id] = answer;
    if (unknown?.code === "contradictory") contradictions.push(`${id}: ${unknown.reason}.`);
  }
  return { answers: found, contradictions };
}
