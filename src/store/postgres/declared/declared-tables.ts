import { sql, type Kysely, type Transaction } from "kysely";
import { FulcrumError } from "#kernel/errors.ts";
import {
  versionOfDeclared,
  type DeclaredFact,
  type DeclaredFactStore,
  type DeclaredWish,
  type DeclaredWrite,
  type NewDeclaredFact,
  type StatedBy,
} from "#ports/declared-facts.ts";
import { askingOf, isRowId, type Asking } from "../access/asking.ts";
import { askToConclude } from "../jobs/ask-to-conclude.ts";
import { once } from "../jobs/request-keys.ts";
import { jsonOf, storableText } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { factOf, factRows, subjectText } from "./declared-rows.ts";

/** A change, its entry of the audit and the scan that it asks for are one transaction; those of one organisation wait for each other. */
export class DeclaredTables implements DeclaredFactStore {
  private readonly asking: Asking;

  constructor(db: Kysely<Tables>, where: string) {
    this.asking = askingOf(db, where);
  }

  declare(fact: NewDeclaredFact, write: DeclaredWrite): Promise<DeclaredFact> {
    return this.changing(fact.organisation, async (db) => {
      const id = await once(db, write.key, () => add(db, fact, write));
      await endAudit(db, write);
      return oneOf(db, fact.organisation, id);
    });
  }

  undo(
    { organisation, id }: { readonly organisation: string; readonly id: string },
    by: StatedBy & { readonly at: number },
    write: DeclaredWrite,
  ): Promise<DeclaredFact | null> {
    if (!isRowId(id)) return Promise.resolve(null);
    return this.changing(organisation, async (db) => {
      const found = await find(db, organisation, id);
      if (found === null) return null;
      await once(db, write.key, () => undoOf(db, found, by, write));
      await endAudit(db, write);
      return oneOf(db, organisation, id);
    });
  }

  one(organisation: string, id: string): Promise<DeclaredFact | null> {
    if (!isRowId(id)) return Promise.resolve(null);
    return this.asking((db) => find(db, organisation, id));
  }

  list(wish: DeclaredWish): Promise<readonly DeclaredFact[]> {
    const { organisation, kind, state, about, after, limit } = wish;
    if (after !== null && !isRowId(after)) return Promise.resolve([]);
    return this.asking(async (db) => {
      let query = factRows(db)
        .where("fact.organisation", "=", storableText(organisation))
        .orderBy("fact.id", "desc")
        .limit(limit);
      if (kind !== null) query = query.where("fact.kind", "=", kind);
      if (state !== null) query = query.where("fact.state", "=", state);
      if (about !== null)
        query = query.where(sql<boolean>`fact.subject::jsonb ? ${storableText(about)}`);
      if (after !== null) query = query.where("fact.id", "<", after);
      return (await query.execute()).map(factOf);
    });
  }

  private changing<Result>(
    organisation: string,
    work: (db: Transaction<Tables>) => Promise<Result>,
  ): Promise<Result> {
    return this.asking((db) =>
      db.transaction().execute(async (within) => {
        await sql`
          select pg_advisory_xact_lock(hashtext('fulcrum declared'), hashtext(${storableText(organisation)}))`.execute(
          within,
        );
        return work(within);
      }),
    );
  }
}

/** Gives the id of the record that stands from now on. */
async function add(
  db: Transaction<Tables>,
  fact: NewDeclaredFact,
  { seen }: DeclaredWrite,
): Promise<string> {
  const { organisation, by } = fact;
  const about = subjectText(fact.subject);
  const before = await db
    .selectFrom("declared_fact")
    .select(["id", "state"])
    .where("organisation", "=", storableText(organisation))
    .where(sql<boolean>`md5(subject) = md5(${about})`)
    .where("subject", "=", about)
    .where("state", "=", "standing")
    .executeTakeFirst();
  if (seen !== undefined && seen !== (before === undefined ? null : versionOfDeclared(before)))
    throw changed(
      before === undefined
        ? "Nothing stands about that any more."
        : `Record ${before.id} stands about that by now.`,
    );
  if (before !== undefined)
    await db
      .updateTable("declared_fact")
      .set({ state: "superseded" })
      .where("id", "=", before.id)
      .execute();
  const { id } = await db
    .insertInto("declared_fact")
    .values({
      organisation: storableText(organisation),
      kind: fact.kind,
      subject: about,
      statement: jsonOf(fact.statement),
      reason: fact.reason === null ? null : storableText(fact.reason),
      state: "standing",
      declared_at: new Date(fact.at),
      identity: by.identity,
      actor_id: by.actorId,
      token_id: by.tokenId,
      supersedes: before?.id ?? null,
      job_id: await askToConclude(db, organisation),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** What is undone already stays as it was; what was superseded has nothing to take back. */
async function undoOf(
  db: Transaction<Tables>,
  found: DeclaredFact,
  { identity, actorId, tokenId, at }: StatedBy & { readonly at: number },
  { seen }: DeclaredWrite,
): Promise<string> {
  const { id, organisation, state, supersededBy } = found;
  if (state === "undone") return id;
  if (seen !== undefined && seen !== versionOfDeclared(found))
    throw changed(`Record ${id} is ${state} by now.`);
  if (state === "superseded")
    throw changed(
      `Record ${id} does not count any more: ${supersededBy ?? ""} stands in its place.`,
    );
  await db
    .updateTable("declared_fact")
    .set({
      state: "undone",
      undone_at: new Date(at),
      undone_identity: identity,
      undone_actor_id: actorId,
      undone_token_id: tokenId,
      job_id: await askToConclude(db, organisation),
    })
    .where("id", "=", id)
    .execute();
  return id;
}

async function endAudit(db: Transaction<Tables>, { audit }: DeclaredWrite): Promise<void> {
  if (audit === null) return;
  await db
    .updateTable("audit_entry")
    .set({ outcome: "done", reason: null, status: audit.status })
    .where("id", "=", audit.entry)
    .execute();
}

async function find(
  db: Kysely<Tables>,
  organisation: string,
  id: string,
): Promise<DeclaredFact | null> {
  const row = await factRows(db)
    .where("fact.organisation", "=", storableText(organisation))
    .where("fact.id", "=", id)
    .executeTakeFirst();
  return row === undefined ? null : factOf(row);
}

async function oneOf(db: Kysely<Tables>, organisation: string, id: string): Promise<DeclaredFact> {
  const found = await find(db, organisation, id);
  if (found === null) throw new Error(`The record ${id} of ${organisation} is not there.`);
  return found;
}

function changed(what: string): FulcrumError {
  return new FulcrumError(
    "seen-changed",
    what,
    "Read what stands now, and say it again where it is still right.",
  );
}
