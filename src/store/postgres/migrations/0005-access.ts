import { sql, type Kysely, type Migration } from "kysely";

/** Who may ask the service, and what they did. Of what opens a door only the digest is kept. */
export const access: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table actor (
        id bigint generated always as identity primary key,
        issuer text collate "C",
        subject text collate "C",
        name text collate "C" not null,
        created_at timestamptz not null,
        forgotten_at timestamptz
      )`.execute(db);
    // A subject may be longer than an index holds.
    await sql`create unique index actor_by_subject on actor (md5(issuer), md5(subject))`.execute(
      db,
    );
    await sql`
      create table access_token (
        id bigint generated always as identity primary key,
        digest bytea not null unique check (octet_length(digest) = 32),
        name text collate "C" not null,
        role text collate "C" not null,
        organisations text[] collate "C",
        created_at timestamptz not null,
        created_by bigint references actor,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        last_used_on date
      )`.execute(db);
    await sql`
      create table sign_in (
        state_digest bytea primary key check (octet_length(state_digest) = 32),
        browser_digest bytea not null check (octet_length(browser_digest) = 32),
        nonce text collate "C" not null,
        verifier text collate "C" not null,
        return_to text collate "C" not null,
        expires_at timestamptz not null
      )`.execute(db);
    await sql`create index sign_in_by_end on sign_in (expires_at)`.execute(db);
    await sql`
      create table session (
        id bigint generated always as identity primary key,
        digest bytea not null unique check (octet_length(digest) = 32),
        actor_id bigint not null references actor,
        role text collate "C" not null,
        started_at timestamptz not null,
        ends_at timestamptz not null,
        seen_at timestamptz not null,
        ended_at timestamptz
      )`.execute(db);
    await sql`create index session_of_actor on session (actor_id)`.execute(db);
    await sql`
      create table audit_entry (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        identity text collate "C" not null,
        actor_id bigint references actor,
        token_id bigint references access_token,
        verb text collate "C",
        method text collate "C" not null,
        target text collate "C" not null,
        outcome text collate "C" not null,
        reason text collate "C",
        status integer,
        request_id text collate "C" not null
      )`.execute(db);
    await sql`create index audit_entry_by_time on audit_entry (at)`.execute(db);
  },
};
