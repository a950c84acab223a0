import { sql, type Kysely, type Migration } from "kysely";
import { keysOf } from "#contract/keys.ts";
import { digestOf } from "../entry-keys.ts";
import { storableText, valueOf } from "../json-text.ts";
import { nameThings } from "../organisations/name-things.ts";

/** Every record of a list is known by the key that references give it; names of things can be searched. */
export const entries: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table assessment_item add column entry text collate "C"`.execute(db);
    await nameEntries(db);
    await sql`alter table assessment_item alter column entry set not null`.execute(db);
    await sql`alter table assessment_item alter column key set not null`.execute(db);
    await sql`
      create table assessment_name (
        assessment_id bigint not null references assessment on delete cascade,
        list text collate "C" not null,
        entry text collate "C" not null,
        name text collate "C" not null,
        folded text collate "C" not null,
        grams text[] collate "C" not null
      )`.execute(db);
    await sql`create index assessment_name_of_assessment on assessment_name (assessment_id)`.execute(
      db,
    );
    await sql`create index assessment_name_by_gram on assessment_name using gin (grams)`.execute(
      db,
    );
    const { rows: current } = await sql<{ id: string }>`
      select assessment_id::text as id from current_assessment order by assessment_id`.execute(db);
    for (const { id } of current) await nameThings(db, id);
  },
};

/** What was assessed before. */
async function nameEntries(db: Kysely<unknown>): Promise<void> {
  const { rows: lists } = await sql<{ id: string; list: string }>`
    select distinct assessment_id::text as id, list from assessment_item`.execute(db);
  for (const { id, list } of lists) {
    const { rows } = await sql<{ item: string }>`
      select item::text as item from assessment_item
      where assessment_id = ${id}::bigint and list = ${list} order by position`.execute(db);
    const records = rows.map(({ item }) => valueOf(item));
    const keys = keysOf(records);
    await sql`
      update assessment_item set entry = given.entry, key = given.key
      from unnest(${keys.map(storableText)}::text[], ${records.map(digestOf)}::text[])
        with ordinality as given (entry, key, place)
      where assessment_id = ${id}::bigint and list = ${list} and position = place - 1`.execute(db);
  }
}
