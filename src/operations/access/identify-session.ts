import type { AccessContext } from "./access-context.ts";
import { refusedFor, type Identity, type Refused } from "./identity.ts";
import type { ServiceAccess } from "./read-settings.ts";
import { digestOfSecret } from "./secrets.ts";

/** How often it is noted that a session is in use. */
const noteMs = 60_000;

/** Who a session is of, by the secret in its cookie. */
export async function identifySession(
  { clock, access }: AccessContext,
  { idleMs }: ServiceAccess["session"],
  secret: string,
): Promise<Identity | Refused> {
  const session = await access.sessions.byDigest(digestOfSecret(secret));
  if (session === null) return refusedFor("unknown-session");
  const { id: sessionId, actorId, actorName: name, role } = session;
  const now = clock.now();
  if (session.endedAt !== null) return refusedFor("ended-session", { actorId });
  if (session.endsAt <= now || session.seenAt + idleMs <= now)
    return refusedFor("expired-session", { actorId });
  if (now - session.seenAt >= noteMs) await access.sessions.noteSeen(sessionId, now);
  return { kind: "session", role, organisations: null, name, actorId, sessionId, tokenId: null };
}
