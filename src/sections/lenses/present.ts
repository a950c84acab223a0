import type { ReportLensItem } from "./schema.ts";
import type { LensItem } from "#insight/lenses/lens-item.ts";
import type { EvidenceList } from "../evidence-list.ts";
import { digest } from "#kernel/ids.ts";

export function mapLensItem(
  { reach, evidence: refs, ...item }: LensItem,
  evidence: EvidenceList,
): ReportLensItem {
  return {
    ...item,
    id: `proposal:${digest(item.kind, item.title, ...item.subjectIds)}`,
    subjectIds: [...item.subjectIds],
    reasons: [...item.reasons],
    reachCount: reach,
    evidenceIds: evidence.add(refs),
  };
}
