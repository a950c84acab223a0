import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { DeclaredFacts } from "../interview/declared-facts.ts";
import { responsibilities, type Responsibility } from "./responsibilities.ts";
import type { RoleState } from "#vocabulary/declared.ts";

export interface RoleResult extends Responsibility {
  readonly state: RoleState;
  readonly unknown: Omit<Unknown, "field"> | null;
  readonly evidence: readonly EvidenceRef[];
}

/** Which responsibilities somebody answers for: declared only, since no repository says who does what. */
export function assessRoles(facts: DeclaredFacts): RoleResult[] {
  return responsibilities.map((one) => {
    const { value, unknown } = facts.fact(`role-${one.id}`);
    if (value === null) {
      const { code, reason, needs } = unknown;
      return { ...one, state: "unknown", unknown: { code, reason, needs }, evidence: [] };
    }
    return { ...one, state: stateOf(value.answer), unknown: null, evidence: value.evidence };
  });
}

function stateOf(answer: string): RoleState {
  return answer === "covered" || answer === "shared" || answer === "uncovered" ? answer : "unknown";
}
