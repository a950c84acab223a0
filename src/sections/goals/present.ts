import type { ConfiguredDeclared } from "#contract/configuration-declared.ts";
import type { DecisionsResult } from "#insight/decisions/assess-decisions.ts";
import { means } from "#model/configuration.ts";
import type { Capability } from "#model/organisation.ts";
import type { ReportGoal } from "./schema.ts";

export function mapGoals(
  goals: ConfiguredDeclared["goals"],
  decisions: DecisionsResult,
  capabilities: readonly Capability[],
): ReportGoal[] {
  const decided = new Set(decisions.goalsWithDecision);
  return goals.map(({ capability, ...goal }) => {
    const meant =
      capability === null
        ? undefined
        : capabilities.find((one) => means(capability, one.id, one.name, ...one.packages));
    return { ...goal, capabilityId: meant?.id ?? null, hasDecision: decided.has(goal.id) };
  });
}
