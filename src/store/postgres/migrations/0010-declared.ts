import { sql, type Kysely, type Migration } from "kysely";

/** What people state in the service. Of one subject one record stands; the others are kept. */
export const declared: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table declared_fact (
        id bigint generated always as identity primary key,
        organisation text collate "C" not null,
        kind text collate "C" not null,
        subject text collate "C" not null,
        statement jsonb not null,
        reason text collate "C",
        state text collate "C" not null,
        declared_at timestamptz not null,
        identity text collate "C" not null,
        actor_id bigint references actor,
        token_id bigint references access_token,
        supersedes bigint references declared_fact,
        undone_at timestamptz,
        undone_identity text collate "C",
        undone_actor_id bigint references actor,
        undone_token_id bigint references access_token,
        job_id uuid
      )`.execute(db);
    // A subject may be longer than an index holds.
    await sql`
      create unique index declared_fact_standing on declared_fact (organisation, md5(subject))
      where state = 'standing'`.execute(db);
    await sql`create index declared_fact_of_organisation on declared_fact (organisation, id)`.execute(
      db,
    );
    await sql`
      create index declared_fact_superseding on declared_fact (supersedes) where supersedes is not null`.execute(
      db,
    );
  },
};
