import { sql, type Kysely, type Transaction } from "kysely";
import { digest } from "#kernel/ids.ts";
import type {
  AssessmentRetention,
  ForgottenWish,
  KeptAssessment,
} from "#ports/assessment-retention.ts";
import { databaseFailure } from "../database-failure.ts";
import { originalText, storableText, valueOf } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { keptCountOf, removeEarlier, setKeptCount } from "./kept-count.ts";
import { textOf } from "./read-rows.ts";

/** Where the repositories of an organisation stand in its assessments. */
const repositories = "repositories";

/** `where` says which database, in words for a person. */
export function retentionTables(db: Kysely<Tables>, where: string): AssessmentRetention {
  const asking = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw databaseFailure(where, error);
    }
  };
  return {
    keptCount: () => asking(() => keptCountOf(db)),
    keep: (count) =>
      asking(() =>
        db.transaction().execute(async (within) => {
          await setKeptCount(within, count);
          return removeEarlier(within, count);
        }),
      ),
    organisations: () => asking(() => organisationsIn(db)),
    find: (wish) => asking(() => findIn(db, wish)),
    exported: (assessments) => exportedFrom(db, assessments, asking),
    remove: (assessments) => asking(() => removeFrom(db, assessments)),
  };
}

async function organisationsIn(db: Kysely<Tables>): Promise<string[]> {
  const found = await db
    .selectFrom("assessment")
    .select("organisation")
    .groupBy("organisation")
    .orderBy(sql`organisation collate "C"`)
    .execute();
  return found.map(({ organisation }) => originalText(organisation));
}

async function findIn(
  db: Kysely<Tables>,
  { organisation, repository }: ForgottenWish,
): Promise<KeptAssessment[]> {
  let query = db
    .selectFrom("assessment")
    .select(["id", "place", "organisation", "made_at as madeAt"])
    .where("organisation", "=", storableText(organisation))
    .orderBy("id");
  if (repository !== null)
    query = query.where((from) =>
      from.exists(
        from
          .selectFrom("assessment_item")
          .select("position")
          .whereRef("assessment_id", "=", "assessment.id")
          .where("list", "=", repositories)
          .where("key", "=", digest(repository)),
      ),
    );
  return (await query.execute()).map(({ id, madeAt, ...texts }) => ({
    id,
    place: originalText(texts.place),
    organisation: originalText(texts.organisation),
    madeAt: madeAt.toISOString(),
  }));
}

async function removeFrom(
  db: Kysely<Tables>,
  assessments: readonly KeptAssessment[],
): Promise<number> {
  const ids = assessments.map(({ id }) => id);
  return db.transaction().execute(async (within) => {
    const removed = await within
      .deleteFrom("assessment")
      .where(sql<boolean>`id = any(${ids}::bigint[])`)
      .executeTakeFirst();
    // Commands that name no place mean the last one, which may be gone.
    await sql`
      delete from setting where name = 'latest-place' and not exists (
        select from assessment where md5(place) = md5(value) and place = value)`.execute(within);
    return Number(removed.numDeletedRows);
  });
}

type Asking = <Result>(work: () => Promise<Result>) => Promise<Result>;

async function* exportedFrom(
  db: Kysely<Tables>,
  assessments: readonly KeptAssessment[],
  asking: Asking,
): AsyncGenerator<Uint8Array, void> {
  for (const { id, ...of } of assessments) {
    const [head, ...names] = await asking(() => headAndNames(db, id));
    if (head === undefined) continue; // somebody else has removed it
    yield line({ assessment: id, ...of, head: valueOf(head) });
    for (const name of names) {
      const section = await asking(() =>
        db
          .transaction()
          .setIsolationLevel("repeatable read")
          .execute((within) => sectionOf(within, id, name)),
      );
      if (section !== null) yield line({ assessment: id, section: name, ...section });
    }
  }
}

async function headAndNames(db: Kysely<Tables>, id: string): Promise<string[]> {
  const heads = await db
    .selectFrom("assessment")
    .select(textOf("head").as("head"))
    .where("id", "=", id)
    .execute();
  const sections = await db
    .selectFrom("assessment_section")
    .select("name")
    .where("assessment_id", "=", id)
    .orderBy(sql`name collate "C"`)
    .execute();
  return [...heads.map(({ head }) => head), ...sections.map(({ name }) => name)];
}

/** As it was written; no schema has seen it, for another version may have. */
async function sectionOf(
  db: Transaction<Tables>,
  id: string,
  name: string,
): Promise<{ readonly description: unknown; readonly content: object } | null> {
  const row = await db
    .selectFrom("assessment_section")
    .select([textOf("description").as("description"), textOf("content").as("content"), "lists"])
    .where("assessment_id", "=", id)
    .where("name", "=", name)
    .executeTakeFirst();
  if (row === undefined) return null;
  const lists = new Map<string, unknown[]>(row.lists.map((list) => [list, []]));
  const items = await db
    .selectFrom("assessment_item")
    .select(["list", textOf("item").as("item")])
    .where("assessment_id", "=", id)
    .where(sql<boolean>`list = any(${row.lists}::text[])`)
    .orderBy("list")
    .orderBy("position")
    .execute();
  for (const { list, item } of items) lists.get(list)?.push(valueOf(item));
  const content = { ...Object(valueOf(row.content)), ...Object.fromEntries(lists) };
  return { description: valueOf(row.description), content };
}

function line(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
