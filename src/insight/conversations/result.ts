import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Proposal } from "../lenses/proposal.ts";
import type { ConversationKind } from "#vocabulary/proposals.ts";

/** A team worth talking to, why, and what to ask. */
export interface Conversation {
  readonly teamId: string;
  readonly kinds: readonly ConversationKind[];
  readonly why: string;
  readonly questions: readonly string[];
  /** Proposals that its answer bears on, those that it moves most first. */
  readonly proposals: readonly Proposal[];
  /** A year: the hours of those proposals that are not sure, as far as it is among those whom they touch. */
  readonly movedPersonHours: number;
  readonly capabilityIds: readonly string[];
  readonly evidence: readonly EvidenceRef[];
}
