import type { ObjectiveStatus, RollUp } from "./result.ts";
import type { ReliabilityState } from "#vocabulary/reliability.ts";

/** What cannot be judged is worse than what is known to be well, and better than what is known to be ill. */
const severity: Readonly<Record<ReliabilityState, number>> = {
  spent: 3,
  burning: 2,
  unjudgeable: 1,
  ok: 0,
};

/** Worst first: by state, then by the budget left, then by id. */
export function worstFirst(one: ObjectiveStatus, other: ObjectiveStatus): number {
  return (
    severity[other.state] - severity[one.state] ||
    (one.budget?.left ?? 1) - (other.budget?.left ?? 1) ||
    (one.objective.id < other.objective.id ? -1 : Number(one.objective.id > other.objective.id))
  );
}

/** The state of many is that of the worst, with the list: an average would hide it. Null for none. */
export function rollUp(statuses: readonly ObjectiveStatus[]): RollUp | null {
  const children = [...statuses].sort(worstFirst);
  const [worst] = children;
  return worst === undefined ? null : { state: worst.state, worst, children };
}
