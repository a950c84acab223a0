import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Correction } from "./configuration.ts";

/** What a correction did, what it overrides, since when and why: the evidence of whatever it touched. */
export function correctionEvidence(
  { since, reason }: Correction,
  what: string,
  at: number | null = null,
): EvidenceRef {
  const why = reason === null ? "" : `: ${reason}`;
  return {
    source: "correction",
    repositoryId: null,
    commit: null,
    path: null,
    line: null,
    at,
    how: "declared",
    confidence: "high",
    text: `${what}; correction of ${since}${why}`.slice(0, 500),
  };
}
