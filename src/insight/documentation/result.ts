import type { DocumentLink } from "#evidence/facts.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { DocumentationPart } from "#vocabulary/measures.ts";

/** One part of the score: 0 absent, 1 whole; null where it cannot be judged. */
export interface PartScore {
  readonly part: DocumentationPart;
  readonly weight: number;
  readonly score: number | null;
  /** What was seen, in plain words. */
  readonly text: string;
  readonly evidence: readonly EvidenceRef[];
}

export interface DocumentationResult {
  readonly capabilityId: string;
  /** Weighted mean of the parts that are known; null when its provider was not read, or nothing is about it. */
  readonly score: number | null;
  /** Parts that were judged. */
  readonly n: number;
  readonly parts: readonly PartScore[];
  /** Null when its provider was not read. */
  readonly documentsCount: number | null;
  /** Relative links that could be followed. */
  readonly linksCount: number | null;
  readonly deadLinks: readonly (DocumentLink & { readonly path: string })[];
  readonly lastDocumentChangeAt: number | null;
  readonly lastCodeChangeAt: number | null;
  readonly unknown: readonly Unknown[];
}
