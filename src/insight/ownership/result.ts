import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { PromiseState } from "#vocabulary/adoption.ts";
import type { OwnershipFindingKind } from "#vocabulary/measures.ts";

export interface OwnershipFinding {
  readonly kind: OwnershipFindingKind;
  readonly componentId: string;
  readonly capabilityId: string | null;
  readonly ownerIds: readonly string[];
  readonly consumersCount: number;
  /** Since when no human worked on it, where that is the finding. */
  readonly since: number | null;
  readonly text: string;
  readonly evidence: readonly EvidenceRef[];
}

export interface OwnershipShare {
  readonly kind: OwnershipFindingKind;
  readonly numerator: number;
  /** Components or capabilities that it could have been said of. */
  readonly denominator: number;
}

export interface PromisedDeprecation {
  readonly componentId: string | null;
  readonly capabilityId: string | null;
  readonly text: string;
  readonly by: number | null;
  readonly version: string | null;
  readonly state: PromiseState;
  /** Why the state is what it is. */
  readonly because: string;
  readonly evidence: readonly EvidenceRef[];
}

export interface OwnershipResult {
  readonly shares: readonly OwnershipShare[];
  readonly findings: readonly OwnershipFinding[];
  readonly promises: readonly PromisedDeprecation[];
  readonly unknown: readonly Unknown[];
}
