import { sql, type Kysely, type Migration } from "kysely";

/** What others push. Records are sorted by what they tell of: the same content has the same place, whoever sends it, and when. */
export const inbox: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table inbox_delivery (
        id bigint generated always as identity primary key,
        organisation text collate "C" not null,
        sender text collate "C" not null,
        kind text collate "C" not null,
        delivery text collate "C" not null,
        content bytea not null check (octet_length(content) = 32),
        taken_count integer not null,
        refused_count integer not null,
        passed_count integer not null,
        at timestamptz not null default now(),
        unique (organisation, sender, kind, delivery)
      )`.execute(db);
    await sql`
      create table inbox_event (
        organisation text collate "C" not null,
        happened_at timestamptz not null,
        digest bytea not null check (octet_length(digest) = 16),
        delivery_id bigint not null,
        line integer not null,
        body text collate "C" not null,
        primary key (organisation, happened_at, digest)
      )`.execute(db);
    await sql`
      create table inbox_file (
        organisation text collate "C" not null,
        kind text collate "C" not null,
        name text collate "C" not null,
        delivery_id bigint not null,
        ending text collate "C" not null,
        body text collate "C" not null,
        primary key (organisation, kind, name)
      )`.execute(db);
    await sql`
      create table inbox_refused (
        id bigint generated always as identity primary key,
        organisation text collate "C" not null,
        delivery_id bigint not null,
        line integer not null,
        reason text collate "C" not null,
        needs text collate "C" not null,
        body text collate "C",
        at timestamptz not null default now()
      )`.execute(db);
    await sql`create index inbox_refused_of on inbox_refused (organisation, id)`.execute(db);
    await sql`create index inbox_refused_by_time on inbox_refused (at)`.execute(db);
  },
};
