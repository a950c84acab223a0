import type { KeptToken } from "#ports/access-store.ts";
import type { Role } from "#vocabulary/access.ts";
import type { AccessContext } from "./access-context.ts";
import { digestOfSecret } from "./secrets.ts";
import { newTokenText } from "./token-text.ts";

export const dayMs = 86_400_000;

export interface CreateTokenInput {
  readonly name: string;
  readonly role: Role;
  /** Slugs; null: all of them. */
  readonly organisations: readonly string[] | null;
  /** Days from now. */
  readonly days: number;
  /** Id of the actor who asks; null: nobody who signed in. */
  readonly createdBy: string | null;
}

export interface CreatedToken {
  readonly token: KeptToken;
  /** Known here and now only: what is kept is its digest. */
  readonly text: string;
}

export async function createToken(
  { clock, access }: AccessContext,
  { name, role, organisations, days, createdBy }: CreateTokenInput,
): Promise<CreatedToken> {
  const text = newTokenText();
  const createdAt = clock.now();
  const expiresAt = createdAt + days * dayMs;
  const digest = digestOfSecret(text);
  const about = { digest, name, role, organisations, createdAt, createdBy, expiresAt };
  return { token: await access.tokens.add(about), text };
}

/** The latest first. */
export function listTokens({ access }: AccessContext): Promise<readonly KeptToken[]> {
  return access.tokens.all();
}

/** From now on it opens nothing. Null: there is none of that id. */
export function revokeToken(
  { clock, access }: AccessContext,
  id: string,
): Promise<KeptToken | null> {
  return access.tokens.revoke(id, clock.now());
}
