import { sql, type Kysely, type Migration } from "kysely";

/** Assessments by section, with what was before; text is compared by code points, whatever the locale of a server. */
export const assessments: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table assessment (
        id bigint generated always as identity primary key,
        place text collate "C" not null,
        organisation text collate "C" not null,
        reuse_key text collate "C",
        head jsonb not null,
        made_at timestamptz not null default now()
      )`.execute(db);
    // A name may be longer than an index holds.
    await sql`create index assessment_of_place on assessment (md5(place), id)`.execute(db);
    await sql`
      create table assessment_section (
        assessment_id bigint not null references assessment on delete cascade,
        name text collate "C" not null,
        description jsonb not null,
        content jsonb not null,
        lists text[] collate "C" not null,
        primary key (assessment_id, name)
      )`.execute(db);
    await sql`
      create table assessment_item (
        assessment_id bigint not null references assessment on delete cascade,
        list text collate "C" not null,
        position integer not null,
        key text collate "C",
        item jsonb not null,
        primary key (assessment_id, list, position)
      )`.execute(db);
    await sql`create index assessment_item_by_key on assessment_item (assessment_id, list, key)`.execute(
      db,
    );
    await sql`
      create table current_assessment (
        place text collate "C" not null,
        assessment_id bigint not null references assessment on delete cascade,
        origin jsonb not null
      )`.execute(db);
    await sql`create unique index current_assessment_of_place on current_assessment (md5(place))`.execute(
      db,
    );
    await sql`
      create table setting (
        name text collate "C" primary key,
        value text collate "C" not null
      )`.execute(db);
  },
};
