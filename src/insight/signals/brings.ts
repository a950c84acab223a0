import type { Alignment } from "../decisions/alignment.ts";
import { percentOf } from "#kernel/phrases.ts";
import type { Assessed, Brought, IndicatorResult } from "./result.ts";
import type { SignalId } from "./indicator.ts";
import type { DecayId, IndicatorId } from "#vocabulary/decision.ts";

/** What a platform product manager brings, each with what there is of it today and what would show it. */
export function bringsOf(
  signals: readonly Assessed<SignalId>[],
  decays: readonly Assessed<DecayId>[],
  alignment: Alignment | null,
): Brought[] {
  const known = new Map<IndicatorId, IndicatorResult>(
    [...signals, ...decays].flatMap(({ indicators }) =>
      indicators.map((one) => [one.id, one] as const),
    ),
  );
  const today = (ids: readonly IndicatorId[], otherwise: string): string => {
    const texts = ids.flatMap((id) => known.get(id)?.text ?? []);
    return texts.length === 0 ? otherwise : `${texts.join(". ")}.`;
  };
  return [
    {
      brings: "Strategic prioritisation across competing internal demands",
      today: today(
        ["request-age-ratio", "promises-overdue", "platform-work-falling"],
        "No request is fed in: what competes is not known.",
      ),
      measure: "Age of open platform requests beside that of features; promises kept by their day",
    },
    {
      brings: "A clear articulation of who the platform is for, and why",
      today: today(
        ["no-direction", "documentation-score"],
        "Nobody has said whether there is a charter.",
      ),
      measure: "A charter that people can read; documentation score of what is used most",
    },
    {
      brings: "Governance without bureaucracy",
      today: today(
        ["fragmented-jobs", "platform-answer-unused", "failing-standards"],
        "How many ways there are is not known.",
      ),
      measure: "Jobs done in several ways that nobody decided on; days to a decision",
    },
    {
      brings: "Alignment between architecture decisions and business goals",
      today: alignmentWords(alignment),
      measure: "Share of decisions that name a goal, and of goals with a decision",
    },
  ];
}

function alignmentWords(alignment: Alignment | null): string {
  if (alignment === null) return "There are neither decision records nor goals.";
  const { decisionsCount, goalsCount, decisionsWithGoal } = alignment;
  const counts = `${String(decisionsCount)} decision records and ${String(goalsCount)} goals`;
  return decisionsWithGoal === null
    ? `${counts}: nothing to compare.`
    : `${counts}; ${percentOf(decisionsWithGoal)} of decisions name a goal.`;
}
