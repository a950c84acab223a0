import type { Confidence, How } from "#vocabulary/evidence.ts";

/** Points at one observed fact; becomes an entry of the report's `evidence`. Equal facts have equal ids (see `evidenceId`). */
export interface EvidenceRef {
  readonly source: string;
  readonly repositoryId: string | null;
  readonly commit: string | null;
  readonly path: string | null;
  readonly line: number | null;
  readonly at: number | null;
  readonly how: How;
  readonly confidence: Confidence;
  /** Plain words, at most 500 characters. Never names or addresses of persons. */
  readonly text: string;
}
