import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { escapeIdentifier, type Pool, type PoolClient } from "pg";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { counted, some } from "#kernel/phrases.ts";
import type { RestoredDatabase, RestoreWish, TableContents } from "#ports/database-care.ts";
import { migrationState, noteMigration, type MigrationState } from "../migrate.ts";
import { migrations } from "../migrations/index.ts";
import type { Tables } from "../tables.ts";
import { damaged, framesOf, type BackupHeader, type Frame } from "./backup-format.ts";
import { sequencesAlone, tablesOf, type CatalogueTable } from "./catalogue.ts";
import { contentsOf, RowDigest, rowsIn } from "./copy-rows.ts";
import { begin, kyselyOn } from "./one-connection.ts";

/** As Kysely has it: who migrates and who restores wait for each other. */
const migrationLock = "3853314791062309107";

/**
 * Puts a backup in place of what the database holds: the tables of its time, its rows, and the migrations since. Each table is
 * read again, and must be what was written, before anything is seen of it.
 */
export async function restoreInto(
  pool: Pool,
  bytes: AsyncIterable<Uint8Array>,
  wish: SignalledWish,
): Promise<RestoredDatabase> {
  const frames = framesOf(bytes);
  try {
    const header = await headerOf(frames);
    const { client, commit, end } = await begin(pool, "read write");
    try {
      const restored = await restoreOn(client, header, frames, wish);
      await commit();
      return restored;
    } finally {
      end();
    }
  } finally {
    await frames.return();
  }
}

interface SignalledWish extends RestoreWish {
  readonly signal: AbortSignal;
}

async function restoreOn(
  client: PoolClient,
  header: BackupHeader,
  frames: AsyncGenerator<Frame, void>,
  { replaces, accept, signal }: SignalledWish,
): Promise<RestoredDatabase> {
  const db = kyselyOn(client);
  await client.query("select pg_advisory_xact_lock($1)", [migrationLock]);
  await makeRoom(client, await migrationState(db), replaces);
  const others = new Set((await tablesOf(client)).map(({ name }) => name));
  await apply(db, header.migrations);
  const tables = (await tablesOf(client)).filter(({ name }) => !others.has(name));
  const { restored, left } = await restoreTables(client, tables, frames);
  for (const name of await sequencesAlone(client))
    await setSequence(client, escapeIdentifier(name), header.sequences[name]);
  for (const expected of restored) await prove(client, tables, expected, signal);
  const { pending } = await migrationState(db);
  await apply(db, pending);
  const contents = {
    server: header.server,
    migrations: header.migrations,
    tables: restored,
  };
  await accept?.(contents);
  return { ...contents, left, migrated: pending };
}

/** Throws `backup-invalid`, `database-version`. */
async function headerOf(frames: AsyncGenerator<Frame, void>): Promise<BackupHeader> {
  const { value: first } = await frames.next();
  if (first?.kind !== "h") throw damaged("it does not say what it holds");
  const known = Object.keys(migrations);
  const later = first.value.migrations.filter((name) => !known.includes(name));
  if (later.length > 0)
    throw new FulcrumError(
      "database-version",
      `The backup was made by a later version of Fulcrum: ${some(later, 3)} is not known to this one.`,
      "Restore it with that version, or a later one; nothing was changed.",
    );
  if (first.value.migrations.some((name, index) => name !== known[index]))
    throw damaged("its migrations are in no order that there was");
  return first.value;
}

/** Leaves none of Fulcrum's tables. Throws `database-not-empty` where one holds something that may not be removed. */
async function makeRoom(
  client: PoolClient,
  { applied }: MigrationState,
  replaces: boolean,
): Promise<void> {
  if (applied.length === 0) return;
  const { names, sequences } = await madeBy(client, applied);
  if (!replaces) {
    const full = [];
    for (const name of names) if (await holdsRows(client, name)) full.push(name);
    if (full.length > 0)
      throw new FulcrumError(
        "database-not-empty",
        `The database holds something already, in ${counted(full.length, "table")}: ${some(full, 3)}.`,
        "Name another database (DATABASE_URL, or --data FOLDER), or say that what it holds may be removed: --replace",
      );
  }
  await client.query(`drop table ${listed(names)}`);
  if (sequences.length > 0) await client.query(`drop sequence ${listed(sequences)}`);
  await client.query("delete from migration");
}

function listed(names: readonly string[]): string {
  return names.map((name) => escapeIdentifier(name)).join(", ");
}

async function holdsRows(client: PoolClient, name: string): Promise<boolean> {
  const { rows } = await client.query(`select 1 from ${escapeIdentifier(name)} limit 1`);
  return rows.length > 0;
}

/** Which tables and sequences these migrations make: they make them, in a schema of which nothing is left. Others in the database are not Fulcrum's. */
async function madeBy(
  client: PoolClient,
  migrated: readonly string[],
): Promise<{ readonly names: readonly string[]; readonly sequences: readonly string[] }> {
  const schema = `fulcrum_${randomBytes(6).toString("hex")}`;
  await client.query(`savepoint tried; create schema ${schema}`);
  await client.query(`set local search_path to ${schema}`);
  await apply(kyselyOn(client), migrated);
  const names = (await tablesOf(client)).map(({ name }) => name);
  const sequences = await sequencesAlone(client);
  await client.query("rollback to savepoint tried; release savepoint tried");
  return { names, sequences };
}

async function apply(db: Kysely<Tables>, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await migrations[name]?.up(db);
    await noteMigration(db, name);
  }
}

/** PostgreSQL's classes of errors in what it is given, and of rows that do not belong together. */
function isOfData(error: unknown): boolean {
  return /^2[23]/.test(systemCodeOf(error) ?? "");
}

interface Restoring {
  readonly restored: readonly TableContents[];
  readonly left: readonly string[];
}

/** All tables of a backup, as it counted them. Throws `backup-invalid`. */
async function restoreTables(
  client: PoolClient,
  tables: readonly CatalogueTable[],
  frames: AsyncGenerator<Frame, void>,
): Promise<Restoring> {
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const restored: TableContents[] = [];
  const left: string[] = [];
  for (;;) {
    const { value: frame } = await frames.next();
    if (frame?.kind === "z") break;
    if (frame?.kind !== "t") throw damaged("its parts are in no order that there is");
    const { name, columns } = frame.value;
    const table = waiting.get(name);
    const rows = new TableRows(frames);
    if (table === undefined) {
      left.push(name);
      for await (const _ of rows.chunks()) continue;
      rows.contents(name);
      continue;
    }
    waiting.delete(name);
    if (columns.toSorted().join("\n") !== table.columns.toSorted().join("\n"))
      throw damaged(`the columns of ${name} are not those that it has`);
    await rowsIn(client, { name, columns }, rows.chunks()).catch((error: unknown) => {
      throw isOfData(error)
        ? damaged(`the rows of ${name} are none: ${messageOf(error)}`, error)
        : error;
    });
    restored.push(rows.contents(name));
    for (const [column, state] of rows.sequences()) {
      const sequence = table.sequences.get(column);
      if (sequence !== undefined) await setSequence(client, sequence, state);
    }
  }
  if (waiting.size > 0) throw damaged(`${some([...waiting.keys()], 3)} is missing`);
  return { restored, left };
}

/** One that the backup does not know stays as it is. */
async function setSequence(
  client: PoolClient,
  sequence: string,
  state: BackupHeader["sequences"][string] | undefined,
): Promise<void> {
  if (state === undefined) return;
  const values = [sequence, state.last, state.isCalled];
  await client.query("select setval($1::regclass, $2::bigint, $3)", values);
}

/** The rows of one table, as they come, held to what is said behind them. */
class TableRows {
  private readonly frames: AsyncGenerator<Frame, void>;
  private readonly digest = new RowDigest();
  private end: (Frame & { kind: "e" })["value"] | null = null;

  constructor(frames: AsyncGenerator<Frame, void>) {
    this.frames = frames;
  }

  async *chunks(): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const { value: frame } = await this.frames.next();
      if (frame?.kind === "e") {
        this.end = frame.value;
        return;
      }
      if (frame?.kind !== "d") throw damaged("its parts are in no order that there is");
      this.digest.add(frame.rows);
      yield frame.rows;
    }
  }

  /** After the last chunk. Throws `backup-invalid`. */
  contents(name: string): TableContents {
    const found = this.digest.contents(name);
    if (!isSame(found, { name, ...this.ended() }))
      throw damaged(`the rows of ${name} are not those that were written`);
    return found;
  }

  sequences(): [string, { readonly last: string; readonly isCalled: boolean }][] {
    return Object.entries(this.ended().sequences);
  }

  private ended(): NonNullable<TableRows["end"]> {
    if (this.end === null) throw damaged("a table of it has no end");
    return this.end;
  }
}

/** Reads a table again. */
async function prove(
  client: PoolClient,
  tables: readonly CatalogueTable[],
  expected: TableContents,
  signal: AbortSignal,
): Promise<void> {
  const table = tables.find(({ name }) => name === expected.name);
  if (table === undefined) return;
  const found = await contentsOf(client, table, signal);
  if (isSame(found, expected)) {
    await client.query(`analyze ${escapeIdentifier(table.name)}`);
    return;
  }
  throw new FulcrumError(
    "database-failed",
    `The table ${table.name} reads otherwise than it was written: ${String(found.rowsCount)} rows of ${String(expected.rowsCount)}.`,
    "Nothing was changed. Look at the server's log, or take another server.",
  );
}

export function isSame(one: TableContents, other: TableContents): boolean {
  return (
    one.name === other.name &&
    one.rowsCount === other.rowsCount &&
    one.bytes === other.bytes &&
    one.digest === other.digest
  );
}
