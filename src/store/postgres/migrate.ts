import { Migrator, sql, type Kysely } from "kysely";
import { FulcrumError } from "#kernel/errors.ts";
import { migrations } from "./migrations/index.ts";
import type { Tables } from "./tables.ts";

export interface MigrationState {
  /** Names, in the order of the migrations. */
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

const table = "migration";
const lockTable = `${table}_lock`;
/** What says which migrations were applied, and whether somebody is at it. */
export const migrationTables: readonly string[] = [table, lockTable];

/** Throws `database-version` where a later version has migrated it. */
export async function migrationState(db: Kysely<Tables>): Promise<MigrationState> {
  const known = Object.keys(migrations);
  const { rows: tables } = await sql<{ name: string | null }>`
    select to_regclass(${table})::text as name`.execute(db);
  const { rows } =
    tables[0]?.name == null
      ? { rows: [] }
      : await sql<{ name: string }>`
          select name from ${sql.table(table)} order by name collate "C"`.execute(db);
  const applied = rows.map(({ name }) => name);
  const foreign = applied.filter((name) => !known.includes(name));
  if (foreign.length > 0) throw madeByLater(foreign);
  return { applied, pending: known.filter((name) => !applied.includes(name)) };
}

/** Brings it up to date; whoever comes second waits, and finds nothing to do. Gives what was applied. Throws `database-version`. */
export async function migrate(db: Kysely<Tables>): Promise<readonly string[]> {
  await migrationState(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: table,
    migrationLockTableName: lockTable,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  const { installQueue } = await import("./jobs/queue.ts");
  await installQueue(db);
  return results.map(({ migrationName }) => migrationName);
}

/** Writes down, where it was applied otherwise than by `migrate`, that it was. */
export async function noteMigration(db: Kysely<Tables>, name: string): Promise<void> {
  await sql`create table if not exists ${sql.table(table)}
    (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(db);
  await sql`insert into ${sql.table(table)} values (${name}, ${new Date().toISOString()})`.execute(
    db,
  );
}

/** Throws `database-version` where it is not what this version works with. */
export async function requireMigrated(db: Kysely<Tables>): Promise<void> {
  const { pending } = await migrationState(db);
  if (pending.length > 0) throw madeByEarlier(pending.join(", "));
}

/** Throws `database-version` where what keeps jobs is not what this version works with. */
export async function requireQueue(db: Kysely<Tables>): Promise<void> {
  const { isQueueInstalled } = await import("./jobs/queue.ts");
  if (!(await isQueueInstalled(db))) throw madeByEarlier("what keeps jobs");
}

function madeByEarlier(missing: string): FulcrumError {
  return new FulcrumError(
    "database-version",
    `The database is of an earlier version: ${missing} is missing.`,
    "Make a copy of it, then bring it up to date: fulcrum db migrate",
  );
}

function madeByLater(names: readonly string[]): FulcrumError {
  return new FulcrumError(
    "database-version",
    `The database was brought up to date by a later version of Fulcrum: ${names.join(", ")} is not known to this one.`,
    "Start that version, or a later one; nothing was changed.",
  );
}
