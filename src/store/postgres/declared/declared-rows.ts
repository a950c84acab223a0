import { sql, type Kysely } from "kysely";
import { z } from "zod";
import type { DeclaredFact } from "#ports/declared-facts.ts";
import { identityKinds } from "#vocabulary/access.ts";
import { originalText, storableText, valueOf } from "../json-text.ts";
import type { Tables } from "../tables.ts";

const identityKind = z.enum(identityKinds);

/** Records with what actors and tokens are called now, and what came in their place. */
export function factRows(db: Kysely<Tables>) {
  return db
    .selectFrom("declared_fact as fact")
    .leftJoin("declared_fact as later", "later.supersedes", "fact.id")
    .leftJoin("actor", "actor.id", "fact.actor_id")
    .leftJoin("access_token as token", "token.id", "fact.token_id")
    .leftJoin("actor as undoing", "undoing.id", "fact.undone_actor_id")
    .leftJoin("access_token as undoing_token", "undoing_token.id", "fact.undone_token_id")
    .select([
      "fact.id",
      "fact.organisation",
      "fact.kind",
      "fact.subject",
      sql<string>`fact.statement::text`.as("statement"),
      "fact.reason",
      "fact.state",
      "fact.declared_at",
      "fact.identity",
      "fact.actor_id",
      "fact.token_id",
      "fact.supersedes",
      "fact.undone_at",
      "fact.undone_identity",
      "fact.undone_actor_id",
      "fact.undone_token_id",
      "fact.job_id",
      "later.id as superseded_by",
      "actor.name as actor_name",
      "token.name as token_name",
      "undoing.name as undone_actor_name",
      "undoing_token.name as undone_token_name",
    ]);
}

type FactRow = Awaited<ReturnType<ReturnType<typeof factRows>["executeTakeFirstOrThrow"]>>;

export function factOf(row: FactRow): DeclaredFact {
  return {
    id: row.id,
    organisation: originalText(row.organisation),
    kind: row.kind,
    subject: subjectIn(row.subject),
    statement: valueOf(row.statement),
    reason: textOrNull(row.reason),
    at: row.declared_at.getTime(),
    by: {
      identity: identityKind.parse(row.identity),
      actorId: row.actor_id,
      actorName: textOrNull(row.actor_name),
      tokenId: row.token_id,
      tokenName: row.token_name,
    },
    state: row.state,
    supersedes: row.supersedes,
    supersededBy: row.superseded_by,
    undone:
      row.undone_at === null
        ? null
        : {
            at: row.undone_at.getTime(),
            by: {
              identity: identityKind.parse(row.undone_identity),
              actorId: row.undone_actor_id,
              actorName: textOrNull(row.undone_actor_name),
              tokenId: row.undone_token_id,
              tokenName: row.undone_token_name,
            },
          },
    job: row.job_id,
  };
}

const subjectTexts = z.array(z.string());

/** One text for each subject, and one subject for each text. */
export function subjectText(subject: readonly string[]): string {
  return JSON.stringify(subject.map(storableText));
}

function subjectIn(text: string): readonly string[] {
  return subjectTexts.parse(JSON.parse(text)).map(originalText);
}

function textOrNull(text: string | null): string | null {
  return text === null ? null : originalText(text);
}

/** What counts, in the order in which it was declared: of the same kind the later one wins. */
export async function standingFacts(
  db: Kysely<Tables>,
  organisation: string,
): Promise<readonly DeclaredFact[]> {
  const rows = await factRows(db)
    .where("fact.organisation", "=", storableText(organisation))
    .where("fact.state", "=", "standing")
    .orderBy("fact.id")
    .execute();
  return rows.map(factOf);
}
