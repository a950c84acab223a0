import type { ReportDocumentation } from "./schema.ts";
import type { DocumentationResult } from "#insight/documentation/result.ts";
import { isoTimeOrNull, type EvidenceList } from "../evidence-list.ts";

export function mapDocumentation(
  { unknown: _, ...result }: DocumentationResult,
  evidence: EvidenceList,
): ReportDocumentation {
  return {
    ...result,
    parts: result.parts.map(({ evidence: refs, ...part }) => ({
      ...part,
      evidenceIds: evidence.add(refs),
    })),
    deadLinks: result.deadLinks.map((link) => ({ ...link })),
    lastDocumentChangeAt: isoTimeOrNull(result.lastDocumentChangeAt),
    lastCodeChangeAt: isoTimeOrNull(result.lastCodeChangeAt),
  };
}
