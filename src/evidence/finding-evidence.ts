import type { UsabilityFinding } from "./declared.ts";
import type { EvidenceRef } from "./evidence-ref.ts";

/** A usability finding as evidence: where it stands in the file that was fed in. */
export function findingEvidence({
  about,
  screen,
  finding,
  severity,
  source,
  foundAt,
  where,
}: UsabilityFinding): EvidenceRef {
  const place = screen === null ? about : `${about}, ${screen}`;
  return {
    source: "usability",
    repositoryId: null,
    commit: null,
    path: where.file,
    line: where.line,
    at: foundAt,
    how: "declared",
    confidence: "medium",
    text: `${place} (${severity}): ${finding}, from ${source}`.slice(0, 500),
  };
}
