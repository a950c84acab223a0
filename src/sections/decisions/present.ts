import type { DecisionResult } from "#insight/decisions/assess-decisions.ts";
import { type EvidenceList, isoTimeOrNull } from "../evidence-list.ts";
import type { ReportDecisionRecord } from "./schema.ts";

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
