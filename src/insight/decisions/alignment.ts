import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { DecisionsResult } from "./assess-decisions.ts";

export interface Alignment {
  readonly decisionsCount: number;
  readonly goalsCount: number;
  /** Share of decisions that name a goal; null without goals, for then none can be named. */
  readonly decisionsWithGoal: number | null;
  /** Share of goals that a decision in force names; null without goals. */
  readonly goalsWithDecision: number | null;
  readonly evidence: readonly EvidenceRef[];
}

/** How far architecture decisions and goals speak of each other; null where there are neither. */
export function alignmentOf(found: DecisionsResult, goalsCount: number): Alignment | null {
  const { decisions, goalsWithDecision } = found;
  if (decisions.length === 0 && goalsCount === 0) return null;
  const named = decisions.filter((one) => one.goalIds.length > 0);
  return {
    decisionsCount: decisions.length,
    goalsCount,
    decisionsWithGoal:
      goalsCount === 0 || decisions.length === 0 ? null : named.length / decisions.length,
    goalsWithDecision: goalsCount === 0 ? null : goalsWithDecision.length / goalsCount,
    evidence: (named.length > 0 ? named : decisions).slice(0, 12).flatMap((one) => one.evidence),
  };
}
