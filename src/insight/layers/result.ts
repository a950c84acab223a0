import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";

/** A capability that is laid over another one of the organisation. */
export interface Layer {
  readonly capabilityId: string;
  readonly overId: string;
  /** Their owners differ; null: an owner is not known. */
  readonly isAcrossOwners: boolean | null;
  readonly filesCount: number;
  readonly overFilesCount: number | null;
  readonly namesCount: number | null;
  readonly overNamesCount: number | null;
  /** Names of the other that its code mentions. */
  readonly mentionedCount: number | null;
  /** A file of it is named as a wrapper of the other. */
  readonly isNamedWrapper: boolean;
  readonly isThin: boolean | null;
  readonly text: string;
  readonly evidence: readonly EvidenceRef[];
}

/** Capabilities each of which wraps the next, the uppermost first. */
export interface WrapperChain {
  readonly capabilityIds: readonly string[];
  readonly wrappersCount: number;
  /** Components that use the uppermost now. */
  readonly consumerIds: readonly string[];
}

export interface LayersResult {
  readonly layers: readonly Layer[];
  readonly chains: readonly WrapperChain[];
  /** Capabilities somebody uses now. */
  readonly inUseCount: number;
  /** Of these, those at the bottom of a chain. */
  readonly chainedCount: number;
  /** Most capabilities one on another, thin or not. */
  readonly deepestCount: number;
  readonly unknown: readonly Unknown[];
}
