import type { ReportLensItem } from "./schema.ts";
import type { LensItem } from "#insight/lenses/lens-item.ts";
import type { EvidenceList } from "../evidence-list.ts";

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
