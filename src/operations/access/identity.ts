import type { DenialReason, IdentityKind, Role } from "#vocabulary/access.ts";

/** Who asks. */
export interface Identity {
  readonly kind: IdentityKind;
  /** Null: nobody who is known. */
  readonly role: Role | null;
  /** Slugs of those that it reaches; null: all of them. */
  readonly organisations: readonly string[] | null;
  /** For a person to read. */
  readonly name: string | null;
  readonly actorId: string | null;
  readonly tokenId: string | null;
  readonly sessionId: string | null;
}

const unknown = { name: null, actorId: null, tokenId: null, sessionId: null, organisations: null };

export const nobody: Identity = { ...unknown, kind: "nobody", role: null };
/** Whoever reaches a service that only its own machine can reach. */
export const atTheMachine: Identity = { ...unknown, kind: "machine", role: "admin" };

/** What was sent to be known by, and is not good for it. */
export interface Refused {
  readonly refused: DenialReason;
  readonly tokenId: string | null;
  readonly actorId: string | null;
}

export function refusedFor(
  refused: DenialReason,
  about: Partial<Pick<Identity, "tokenId" | "actorId">> = {},
): Refused {
  return { refused, tokenId: null, actorId: null, ...about };
}
