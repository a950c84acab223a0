import type { AccessContext } from "./access-context.ts";
import { refusedFor, type Identity, type Refused } from "./identity.ts";
import { digestOfSecret } from "./secrets.ts";
import { isTokenText } from "./token-text.ts";

/**
 * Who a token stands for. It is looked up by its digest, of which nobody can choose a beginning: how long that takes tells
 * nothing. Notes the day of its last use, once a day.
 */
export async function identifyToken(
  { clock, access }: AccessContext,
  text: string,
): Promise<Identity | Refused> {
  if (!isTokenText(text)) return refusedFor("malformed-token");
  const token = await access.tokens.byDigest(digestOfSecret(text));
  if (token === null) return refusedFor("unknown-token");
  const { id: tokenId, name, role, organisations } = token;
  const now = clock.now();
  if (token.revokedAt !== null) return refusedFor("revoked-token", { tokenId });
  if (token.expiresAt <= now) return refusedFor("expired-token", { tokenId });
  const today = new Date(now).toISOString().slice(0, 10);
  if (token.lastUsedOn !== today) await access.tokens.noteUse(tokenId, today);
  return { kind: "token", role, organisations, name, tokenId, actorId: null, sessionId: null };
}
