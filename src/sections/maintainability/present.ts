import type { ReportMaintainability } from "./schema.ts";
import type { MaintainabilityResult } from "#insight/maintainability/result.ts";
import { isoTime, type EvidenceList } from "../evidence-list.ts";

const mostEvidence = 60;

export function mapMaintainability(
  { scopes }: MaintainabilityResult,
  evidence: EvidenceList,
): ReportMaintainability {
  return {
    scopes: scopes.map(({ kind, id, olderClonesCount = 0, quarters, trends, evidence: refs }) => ({
      kind,
      id,
      olderClonesCount,
      quarters: quarters.map(({ from, to, ...quarter }) => ({
        from: isoTime(from),
        to: isoTime(to),
        ...quarter,
      })),
      trends: trends.map((one) => ({ ...one })),
      evidenceIds: evidence.add(refs.slice(0, mostEvidence)),
    })),
  };
}
