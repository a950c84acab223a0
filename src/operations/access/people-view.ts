import { z } from "zod";
import type { Actor, KeptSession } from "#ports/access-store.ts";
import { roles } from "#vocabulary/access.ts";
import { instant } from "./token-view.ts";

/** People and their sessions as admins see them; instants are ISO 8601, UTC. */
export const actorSchema = z
  .object({
    id: z.string(),
    name: z.string().describe("a pseudonym once they were forgotten"),
    since: z.string(),
    forgotten: z.string().nullable(),
  })
  .meta({ id: "Actor" });

export function actorView({
  id,
  name,
  createdAt,
  forgottenAt,
}: Actor): z.infer<typeof actorSchema> {
  const forgotten = forgottenAt === null ? null : instant(forgottenAt);
  return { id, name, since: instant(createdAt), forgotten };
}

export const sessionSchema = z
  .object({
    id: z.string(),
    actor: z.object({ id: z.string(), name: z.string() }),
    role: z.enum(roles),
    started: z.string(),
    seen: z.string(),
    ends: z.string().describe("whatever happens"),
    ended: z.string().nullable(),
  })
  .meta({ id: "Session" });

export function sessionView(session: KeptSession): z.infer<typeof sessionSchema> {
  const { id, actorId, actorName, role, startedAt, seenAt, endsAt, endedAt } = session;
  return {
    id,
    actor: { id: actorId, name: actorName },
    role,
    started: instant(startedAt),
    seen: instant(seenAt),
    ends: instant(endsAt),
    ended: endedAt === null ? null : instant(endedAt),
  };
}
