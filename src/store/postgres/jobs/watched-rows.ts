import { sql, type Kysely, type Transaction } from "kysely";
import { FulcrumError } from "#kernel/errors.ts";
import type { NewRepository, WatchedOrganisation, WatchedRepository } from "#ports/jobs.ts";
import { originalText, storableText } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { makeQueue, queueName, type Retrying } from "./queue.ts";

export async function watchedOrganisations(db: Kysely<Tables>): Promise<WatchedOrganisation[]> {
  const rows = await db
    .selectFrom("watched_organisation as o")
    .innerJoin("watched_repository as r", "r.organisation", "o.name")
    .select(["o.name", "o.schedule", sql<number>`count(*)::int`.as("count")])
    .groupBy(["o.name", "o.schedule"])
    .orderBy("o.name")
    .execute();
  return rows.map(({ name, schedule, count }) => ({
    name: originalText(name),
    repositoriesCount: count,
    schedule,
  }));
}

const columns = [
  "id",
  "organisation",
  "kind",
  "address",
  "identity",
  "added_at",
  "wanted_at",
  "fetched_at",
  "problem",
] as const;

interface RepositoryRow {
  readonly id: string;
  readonly organisation: string;
  readonly kind: WatchedRepository["kind"];
  readonly address: string;
  readonly identity: string | null;
  readonly added_at: Date;
  readonly wanted_at: Date | null;
  readonly fetched_at: Date | null;
  readonly problem: string | null;
}

function repositoryOf(row: RepositoryRow): WatchedRepository {
  const { id, kind, identity, problem } = row;
  return {
    id,
    organisation: originalText(row.organisation),
    kind,
    address: originalText(row.address),
    identity: identity === null ? null : originalText(identity),
    addedAt: row.added_at.toISOString(),
    wantedAt: row.wanted_at?.toISOString() ?? null,
    fetchedAt: row.fetched_at?.toISOString() ?? null,
    problem: problem === null ? null : originalText(problem),
  };
}

/** In the order in which they were added. */
export async function watchedRepositories(
  db: Kysely<Tables>,
  organisation: string,
): Promise<WatchedRepository[]> {
  const rows = await db
    .selectFrom("watched_repository")
    .select(columns)
    .where("organisation", "=", storableText(organisation))
    .orderBy("id")
    .execute();
  return rows.map(repositoryOf);
}

export async function watchedRepository(
  db: Kysely<Tables>,
  id: string,
): Promise<WatchedRepository | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const row = await db
    .selectFrom("watched_repository")
    .select(columns)
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? null : repositoryOf(row);
}

/** Gives its id, of one that is watched already that one's. */
export async function addRepository(
  db: Transaction<Tables>,
  organisation: string,
  { kind, address, identity }: NewRepository,
  retrying: Retrying,
): Promise<string> {
  const [name, queue] = [storableText(organisation), queueName(organisation)];
  await makeQueue(db, queue, retrying);
  await db
    .insertInto("watched_organisation")
    .values({ name, queue, schedule: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await lockOrganisation(db, organisation);
  const stored = storableText(address);
  const before = await db
    .selectFrom("watched_repository")
    .select("id")
    .where("organisation", "=", name)
    .where(sql<boolean>`md5(address) = md5(${stored}) and address = ${stored}`)
    .executeTakeFirst();
  if (before !== undefined) return before.id;
  const { id } = await db
    .insertInto("watched_repository")
    .values({
      organisation: name,
      kind,
      address: stored,
      identity: identity === null ? null : storableText(identity),
      wanted_at: kind === "address" ? sql<Date>`now()` : null,
      fetched_at: null,
      problem: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Whoever changes what an organisation has, or takes one of its jobs, does so alone. Gives its queue. Throws `not-watched`. */
export async function lockOrganisation(
  db: Transaction<Tables>,
  organisation: string,
): Promise<string> {
  const found = await db
    .selectFrom("watched_organisation")
    .select("queue")
    .where("name", "=", storableText(organisation))
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw notWatched();
  return found.queue;
}

export function notWatched(): FulcrumError {
  return new FulcrumError(
    "not-watched",
    "Nothing of that organisation is watched.",
    "Name a folder of clones or the address of a repository to watch first.",
  );
}
