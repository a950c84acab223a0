import { sql, type Kysely, type Migration } from "kysely";

/** What is watched, and what pg-boss does not keep of jobs: who works on them, what they told, what was answered already. */
export const jobs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table watched_organisation (
        name text collate "C" primary key,
        queue text collate "C" not null,
        schedule text collate "C",
        added_at timestamptz not null default now()
      )`.execute(db);
    await sql`
      create table watched_repository (
        id bigint generated always as identity primary key,
        organisation text collate "C" not null references watched_organisation on delete cascade,
        kind text collate "C" not null,
        address text collate "C" not null,
        identity text collate "C",
        added_at timestamptz not null default now(),
        wanted_at timestamptz,
        fetched_at timestamptz,
        problem text collate "C"
      )`.execute(db);
    // A path may be longer than an index holds.
    await sql`
      create unique index watched_repository_once on watched_repository (organisation, md5(address))`.execute(
      db,
    );
    await sql`
      create index watched_repository_by_identity on watched_repository (identity) where identity is not null`.execute(
      db,
    );
    await sql`create sequence worker_seat as integer`.execute(db);
    await sql`
      create table job_run (
        job_id uuid primary key,
        run bigint generated always as identity,
        queue text collate "C" not null,
        seat integer not null
      )`.execute(db);
    await sql`
      create table job_event (
        id bigint generated always as identity primary key,
        job_id uuid not null,
        at timestamptz not null default now(),
        kind text collate "C" not null,
        detail jsonb not null
      )`.execute(db);
    await sql`create index job_event_of_job on job_event (job_id, id)`.execute(db);
    await sql`create index job_event_by_time on job_event (at)`.execute(db);
    await sql`
      create table push_delivery (
        source text collate "C" not null,
        delivery text collate "C" not null,
        at timestamptz not null default now(),
        primary key (source, delivery)
      )`.execute(db);
    await sql`
      create table answered_request (
        key text collate "C" primary key,
        request text collate "C" not null,
        answer text collate "C" not null,
        at timestamptz not null default now()
      )`.execute(db);
  },
};
