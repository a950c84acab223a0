import type { DecisionResult, DecisionsResult } from "#insight/decisions/assess-decisions.ts";
import { type EvidenceList, isoTimeOrNull } from "../evidence-list.ts";
import type { ReportDecisionRecord } from "./schema.ts";
import type { UnknownEntry } from "../unknown-entries.ts";
import { digest } from "#kernel/ids.ts";

export function mapDecisionRecord(
  { evidence: refs, ...one }: DecisionResult,
  evidence: EvidenceList,
): ReportDecisionRecord {
  return {
    ...one,
    id: `decision:${digest(one.repositoryId, one.path)}`,
    decidedAt: isoTimeOrNull(one.decidedAt),
    goalIds: [...one.goalIds],
    capabilityIds: [...one.capabilityIds],
    evidenceIds: evidence.add(refs),
  };
}

export function decisionUnknowns({ decisions }: DecisionsResult): UnknownEntry[] {
  return decisions.flatMap((one, index) =>
    one.decidedAt !== null
      ? []
      : [
          {
            pointer: `/decisions/${String(index)}/decidedAt`,
            code: "undated",
            reason: "the record names no day, or one that cannot be",
            needs: "a date in its status or front matter",
          },
        ],
  );
}
