import type { ConfiguredDeclared } from "#contract/configuration-declared.ts";
import type { UnknownEntry } from "#contract/primitives.ts";
import type {
  ReportDecisionRecord,
  ReportGoal,
  ReportLensItem,
  ReportMaturity,
  ReportOutcome,
  ReportRole,
} from "./schema.ts";
import type { DecisionResult, DecisionsResult } from "#insight/decisions/assess-decisions.ts";
import type { LensItem } from "#insight/lenses/lens-item.ts";
import type { AspectResult } from "#insight/maturity/assess-maturity.ts";
import type { Criterion } from "#insight/maturity/criterion.ts";
import type { OutcomeSeries } from "#insight/outcomes/assess-outcomes.ts";
import type { RoleResult } from "#insight/roles/assess-roles.ts";
import { means } from "#model/configuration.ts";
import type { Capability } from "#model/organisation.ts";
import { isoTime, isoTimeOrNull, type EvidenceList } from "../evidence-list.ts";
import { listUnknowns } from "../unknown-entries.ts";

export function mapOutcome(
  { evidence: refs, ...one }: OutcomeSeries,
  evidence: EvidenceList,
): ReportOutcome {
  return {
    ...one,
    points: one.points.map(({ at, value }) => ({ date: isoTime(at), value })),
    latest: { date: isoTime(one.latest.at), value: one.latest.value },
    evidenceIds: evidence.add(refs),
  };
}

export function outcomeUnknowns(series: readonly OutcomeSeries[]): UnknownEntry[] {
  return series.flatMap((one, index) => {
    const at = `/outcomes/${String(index)}`;
    const targetless = ["target", "isTargetMet"].map((field) => ({
      pointer: `${at}/${field}`,
      code: "no-target",
      reason: "no target is fed in",
      needs: "a column named target",
    }));
    return [
      ...(one.target === null ? targetless : []),
      ...(one.changeOverYear === null
        ? [
            {
              pointer: `${at}/changeOverYear`,
              code: "too-short",
              reason: "no value is near to a year before the latest",
              needs: "values of more than a year",
            },
          ]
        : []),
    ];
  });
}

export function mapRole(
  { id, role, text, state, unknown, evidence: refs }: RoleResult,
  evidence: EvidenceList,
): ReportRole {
  const reason = unknown === null ? null : `${unknown.reason}; ${unknown.needs} would tell`;
  return { id, role, text, state, reason, evidenceIds: evidence.add(refs) };
}

export function mapMaturity(
  aspects: readonly AspectResult[],
  evidence: EvidenceList,
): ReportMaturity {
  const criterion = ({ level, text, needs }: Criterion) => ({ level, text, needs });
  return {
    model: "CNCF Platform Engineering Maturity Model 1",
    aspects: aspects.map((one) => ({
      aspect: one.aspect,
      level: one.level,
      levelName: one.levelName,
      isDeclared: one.isDeclared,
      holds: one.holds.map(criterion),
      lacks: one.lacks.map(criterion),
      unseen: one.unseen.map(criterion),
      declared: [...one.declared],
      evidenceIds: evidence.add(one.evidence),
    })),
  };
}

/** Entries for a level that is null, and for its name with it. */
export function maturityUnknowns(aspects: readonly AspectResult[]): UnknownEntry[] {
  return listUnknowns("maturity/aspects", aspects).flatMap((entry) => [
    entry,
    { ...entry, pointer: `${entry.pointer}Name` },
  ]);
}

export function mapLensItem(
  { reach, evidence: refs, ...item }: LensItem,
  evidence: EvidenceList,
): ReportLensItem {
  return {
    ...item,
    subjectIds: [...item.subjectIds],
    reasons: [...item.reasons],
    reachCount: reach,
    evidenceIds: evidence.add(refs),
  };
}

export function mapDecisionRecord(
  { evidence: refs, ...one }: DecisionResult,
  evidence: EvidenceList,
): ReportDecisionRecord {
  return {
    ...one,
    decidedAt: isoTimeOrNull(one.decidedAt),
    goalIds: [...one.goalIds],
    capabilityIds: [...one.capabilityIds],
    evidenceIds: evidence.add(refs),
  };
}

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
