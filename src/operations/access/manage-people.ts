import { randomBytes } from "node:crypto";
import type { Actor, KeptSession } from "#ports/access-store.ts";
import type { AccessContext } from "./access-context.ts";

/** Those that have not ended. */
export function listSessions({ access, clock }: AccessContext): Promise<readonly KeptSession[]> {
  return access.sessions.living(clock.now());
}

export function listActors({ access }: AccessContext): Promise<readonly Actor[]> {
  return access.actors.all();
}

/** For good: their sessions end, and the audit calls them by a pseudonym that leads nowhere. Null: there is none. */
export function forgetActor({ access, clock }: AccessContext, id: string): Promise<Actor | null> {
  const pseudonym = `somebody-${randomBytes(4).toString("hex")}`;
  return access.actors.forget(id, pseudonym, clock.now());
}
