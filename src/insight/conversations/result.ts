import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { ConversationKind } from "#vocabulary/proposals.ts";

/** A team worth talking to, why, and what to ask. */
export interface Conversation {
  readonly teamId: string;
  readonly kinds: readonly ConversationKind[];
  readonly why: string;
  readonly questions: readonly string[];
  readonly capabilityIds: readonly string[];
  readonly evidence: readonly EvidenceRef[];
}
