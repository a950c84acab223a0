import { z } from "zod";
import type {
  AuditEnd,
  AuditStore,
  AuditWish,
  KeptAuditEntry,
  NewAuditEntry,
} from "#ports/access-store.ts";
import { auditOutcomes, identityKinds } from "#vocabulary/access.ts";
import { originalText, storableText } from "../json-text.ts";
import type { Asking } from "./asking.ts";

const identity = z.enum(identityKinds);
const outcome = z.enum(auditOutcomes);

/** Rows that are read at once. */
const pageRows = 1_000;

export class AuditTable implements AuditStore {
  private readonly asking: Asking;

  constructor(asking: Asking) {
    this.asking = asking;
  }

  add(entry: NewAuditEntry): Promise<string> {
    return this.asking(async (db) => {
      const { id } = await db
        .insertInto("audit_entry")
        .values({
          at: new Date(entry.at),
          identity: entry.identity,
          actor_id: entry.actorId,
          token_id: entry.tokenId,
          verb: entry.verb,
          method: entry.method,
          target: storableText(entry.target),
          outcome: entry.outcome,
          reason: entry.reason,
          status: entry.status,
          request_id: entry.requestId,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return id;
    });
  }

  finish(id: string, { outcome: end, reason, status, actorId }: AuditEnd): Promise<void> {
    return this.asking(async (db) => {
      await db
        .updateTable("audit_entry")
        .set({ outcome: end, reason, status, ...(actorId === null ? {} : { actor_id: actorId }) })
        .where("id", "=", id)
        .execute();
    });
  }

  async *entries(wish: AuditWish): AsyncGenerator<KeptAuditEntry> {
    let after = "0";
    for (;;) {
      const page = await this.page(wish, after);
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < pageRows) return;
      after = last.id;
    }
  }

  private page({ since, until }: AuditWish, after: string): Promise<readonly KeptAuditEntry[]> {
    return this.asking(async (db) => {
      let query = db
        .selectFrom("audit_entry")
        .leftJoin("actor", "actor.id", "audit_entry.actor_id")
        .leftJoin("access_token", "access_token.id", "audit_entry.token_id")
        .selectAll("audit_entry")
        .select(["actor.name as actor_name", "access_token.name as token_name"])
        .where("audit_entry.id", ">", after)
        .orderBy("audit_entry.id")
        .limit(pageRows);
      if (since !== null) query = query.where("audit_entry.at", ">=", new Date(since));
      if (until !== null) query = query.where("audit_entry.at", "<", new Date(until));
      const found = await query.execute();
      return found.map((row) => ({
        id: row.id,
        at: row.at.getTime(),
        identity: identity.parse(row.identity),
        actorId: row.actor_id,
        actorName: row.actor_name === null ? null : originalText(row.actor_name),
        tokenId: row.token_id,
        tokenName: row.token_name,
        verb: row.verb,
        method: row.method,
        target: originalText(row.target),
        outcome: outcome.parse(row.outcome),
        reason: row.reason,
        status: row.status,
        requestId: row.request_id,
      }));
    });
  }
}
