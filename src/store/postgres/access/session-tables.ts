import type { Kysely } from "kysely";
import { z } from "zod";
import type { KeptSession, NewSession, NewSignIn, SessionStore } from "#ports/access-store.ts";
import { roles } from "#vocabulary/access.ts";
import { originalText } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { isRowId, timeOf, type Asking } from "./asking.ts";

const role = z.enum(roles);

interface Row {
  readonly id: string;
  readonly actor_id: string;
  readonly name: string;
  readonly role: string;
  readonly started_at: Date;
  readonly ends_at: Date;
  readonly seen_at: Date;
  readonly ended_at: Date | null;
}

export class SessionTables implements SessionStore {
  private readonly asking: Asking;

  constructor(asking: Asking) {
    this.asking = asking;
  }

  begin(signIn: NewSignIn): Promise<void> {
    return this.asking(async (db) => {
      await db
        .insertInto("sign_in")
        .values({
          state_digest: signIn.stateDigest,
          browser_digest: signIn.browserDigest,
          nonce: signIn.nonce,
          verifier: signIn.verifier,
          return_to: signIn.returnTo,
          expires_at: new Date(signIn.expiresAt),
        })
        .execute();
    });
  }

  take(stateDigest: Buffer, at: number): Promise<NewSignIn | null> {
    return this.asking(async (db) => {
      await db.deleteFrom("sign_in").where("expires_at", "<=", new Date(at)).execute();
      const row = await db
        .deleteFrom("sign_in")
        .where("state_digest", "=", stateDigest)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return null;
      return {
        stateDigest: row.state_digest,
        browserDigest: row.browser_digest,
        nonce: row.nonce,
        verifier: row.verifier,
        returnTo: row.return_to,
        expiresAt: row.expires_at.getTime(),
      };
    });
  }

  start({ digest, actorId, role: given, startedAt, endsAt }: NewSession): Promise<KeptSession> {
    return this.asking(async (db) => {
      const { id } = await db
        .insertInto("session")
        .values({
          digest,
          actor_id: actorId,
          role: given,
          started_at: new Date(startedAt),
          ends_at: new Date(endsAt),
          seen_at: new Date(startedAt),
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return sessionOf(await rows(db).where("session.id", "=", id).executeTakeFirstOrThrow());
    });
  }

  byDigest(digest: Buffer): Promise<KeptSession | null> {
    return this.asking(async (db) => {
      const row = await rows(db).where("session.digest", "=", digest).executeTakeFirst();
      return row === undefined ? null : sessionOf(row);
    });
  }

  noteSeen(id: string, at: number): Promise<void> {
    return this.asking(async (db) => {
      await db
        .updateTable("session")
        .set({ seen_at: new Date(at) })
        .where("id", "=", id)
        .execute();
    });
  }

  end(id: string, at: number): Promise<KeptSession | null> {
    if (!isRowId(id)) return Promise.resolve(null);
    return this.asking(async (db) => {
      await db
        .updateTable("session")
        .set({ ended_at: new Date(at) })
        .where("id", "=", id)
        .where("ended_at", "is", null)
        .execute();
      const row = await rows(db).where("session.id", "=", id).executeTakeFirst();
      return row === undefined ? null : sessionOf(row);
    });
  }

  living(at: number): Promise<readonly KeptSession[]> {
    return this.asking(async (db) => {
      const found = await rows(db)
        .where("session.ended_at", "is", null)
        .where("session.ends_at", ">", new Date(at))
        .orderBy("session.id", "desc")
        .execute();
      return found.map(sessionOf);
    });
  }
}

function rows(db: Kysely<Tables>) {
  return db
    .selectFrom("session")
    .innerJoin("actor", "actor.id", "session.actor_id")
    .select([
      "session.id as id",
      "actor_id",
      "actor.name as name",
      "role",
      "started_at",
      "ends_at",
      "seen_at",
      "ended_at",
    ]);
}

function sessionOf(row: Row): KeptSession {
  return {
    id: row.id,
    actorId: row.actor_id,
    actorName: originalText(row.name),
    role: role.parse(row.role),
    startedAt: row.started_at.getTime(),
    endsAt: row.ends_at.getTime(),
    seenAt: row.seen_at.getTime(),
    endedAt: timeOf(row.ended_at),
  };
}
