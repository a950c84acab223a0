import type { DemandRequest } from "./declared.ts";
import type { EvidenceRef } from "./evidence-ref.ts";

/** A request as evidence: where it stands in the file that was fed in. */
export function requestEvidence({ id, title, kind, openedAt, where }: DemandRequest): EvidenceRef {
  return {
    source: "request",
    repositoryId: null,
    commit: null,
    path: where.file,
    line: where.line,
    at: openedAt,
    how: "declared",
    confidence: "medium",
    text: `${id} (${kind}): ${title}`.slice(0, 500),
  };
}
