import { resolve } from "node:path";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import { counted, some } from "#kernel/phrases.ts";
import { readInPieces } from "#kernel/plain-file.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import {
  databaseStatus,
  migrateDatabase,
  type ManageDatabaseInput,
} from "#operations/manage-database.ts";
import { forgetOrganisation } from "#operations/forget-organisation.ts";
import { keepAssessments } from "#operations/keep-assessments.ts";
import { backUpDatabase } from "#operations/back-up-database.ts";
import { moveDatabase } from "#operations/move-database.ts";
import { restoreDatabase } from "#operations/restore-database.ts";
import type { DatabaseContents, RestoredDatabase } from "#ports/database-care.ts";
import type { DatabaseState } from "#ports/database.ts";
import { sizeOf } from "../format/size.ts";
import type { CommonOptions, Session } from "../session.ts";

export interface DatabaseOptions extends CommonOptions {
  readonly data: string;
}

/** Says how the database of the service is. */
export async function runDatabaseStatus(session: Session, options: DatabaseOptions): Promise<void> {
  const input = inputOf(session, options);
  const state = await databaseStatus(session, input);
  const lines = state === null ? noneLines(input) : stateLines(state);
  for (const line of lines) session.terminal.out.line(terminalText(line));
}

/** Makes it where there is none, and brings it up to date. */
export async function runDatabaseMigrate(
  session: Session,
  options: DatabaseOptions,
): Promise<void> {
  const done = await migrateDatabase(session, inputOf(session, options));
  if (done === null) return;
  const { where, migrated, server } = done;
  const what =
    migrated.length === 0
      ? "is up to date"
      : `was brought up to date: ${counted(migrated.length, "migration")}, the last one ${migrated.at(-1) ?? ""}`;
  session.terminal.out.line(terminalText(`${where} (${server}) ${what}.`));
}

export interface RestoreOptions extends DatabaseOptions {
  readonly replace?: true;
}

/** Writes all that it holds into one file. */
export async function runDatabaseBackup(
  session: Session,
  file: string,
  options: DatabaseOptions,
): Promise<void> {
  const { outputs } = await session.stores();
  const { openDatabase, signal } = session;
  const path = resolve(session.workingFolder, file);
  const input = { ...inputOf(session, options), path };
  const done = await backUpDatabase({ openDatabase, signal, outputs }, input);
  const size = `${sizeOf(done.backupBytes)} for ${sizeOf(bytesOf(done))} of rows`;
  // What stands in the file may be standard output itself.
  note(session, options, `${done.where} was written to ${file}: ${rowsOf(done)}, ${size}.`);
}

/** Puts such a file into a database. */
export async function runDatabaseRestore(
  session: Session,
  file: string,
  options: RestoreOptions,
): Promise<void> {
  const done = await restoreDatabase(session, {
    ...inputOf(session, options),
    bytes: bytesFrom(session, file),
    replaces: options.replace ?? false,
  });
  note(
    session,
    options,
    `${file} was restored into ${done.where} (${done.into}): ${rowsOf(done)}.`,
  );
  if (done.migrated.length > 0)
    note(session, options, `It was brought up to date: ${done.migrated.join(", ")}.`);
  noteLeft(session, options, done);
}

/** Copies it to a server, and says how to switch when both are the same. */
export async function runDatabaseMove(
  session: Session,
  to: string,
  options: RestoreOptions,
): Promise<void> {
  const input = { ...inputOf(session, options), to, replaces: options.replace ?? false };
  const done = await moveDatabase(session, input);
  const { out } = session.terminal;
  out.line(
    terminalText(
      `${done.from} was copied to ${done.into} (${done.intoServer}): ${rowsOf(done)}. Each table has the same number of rows and the same digest on both sides.`,
    ),
  );
  noteLeft(session, options, done);
  out.line(
    "Switch to it: set DATABASE_URL to the address that you have just named, and start Fulcrum.",
  );
  out.line(
    terminalText(
      `${done.from} stays as it was: remove it when you need it no more. What is written there from now on is not moved.`,
    ),
  );
}

const pieceSize = 1 << 18;

export interface ForgetOptions extends DatabaseOptions {
  readonly repository?: string;
  readonly export?: string;
}

/** Removes what it keeps of an organisation. */
export async function runDatabaseForget(
  session: Session,
  organisation: string,
  options: ForgetOptions,
): Promise<void> {
  const { outputs } = await session.stores();
  const { openDatabase, signal } = session;
  const { repository = null, export: file = null } = options;
  const { where, assessments, leftCount } = await forgetOrganisation(
    { openDatabase, signal, outputs },
    {
      ...inputOf(session, options),
      organisation,
      repository,
      exportPath: file === null ? null : resolve(session.workingFolder, file),
    },
  );
  const days = [assessments.at(0), assessments.at(-1)].map((one) => one?.madeAt.slice(0, 10) ?? "");
  const when = days[0] === days[1] ? `of ${days[0] ?? ""}` : `from ${days.join(" to ")}`;
  const knowing = repository === null ? "" : ` that know of ${repository}`;
  const left = leftCount === 0 ? "None is left" : `${counted(leftCount, "other")} stay`;
  const text = `${where}: removed ${counted(assessments.length, "assessment")} of ${organisation}${knowing}, ${when}. ${left}.`;
  // What is exported may go to standard output.
  note(session, options, file === null ? text : `${text} They stand in ${file}.`);
}

/** Says how many assessments of each place it keeps, and sets that. */
export async function runDatabaseKeep(
  session: Session,
  wanted: string | undefined,
  options: DatabaseOptions,
): Promise<void> {
  const count = wanted === undefined ? null : /^\d{1,9}$/.test(wanted) ? Number(wanted) : NaN;
  const done = await keepAssessments(session, { ...inputOf(session, options), count });
  const removed =
    done.removedCount === 0 ? "" : `; ${counted(done.removedCount, "earlier one")} went`;
  session.terminal.out.line(
    terminalText(
      `${done.where} keeps the last ${counted(done.count, "assessment")} of each place${removed}.`,
    ),
  );
}

/** Opened when it is asked for first; standard input for `-`. */
async function* bytesFrom(session: Session, file: string): AsyncGenerator<Uint8Array, void> {
  try {
    const pieces =
      file === "-"
        ? session.input()
        : readInPieces(resolve(session.workingFolder, file), pieceSize, session.signal);
    for await (const chunk of pieces)
      yield chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
  } catch (error) {
    throw new FulcrumError(
      "backup-invalid",
      `Could not read ${file}: ${messageOf(error)}.`,
      "Name a file that `fulcrum db backup FILE` has written; nothing was changed.",
      { cause: error },
    );
  }
}

function noteLeft(session: Session, options: CommonOptions, { left }: RestoredDatabase): void {
  if (left.length === 0) return;
  const what = `${counted(left.length, "table")} of it ${left.length === 1 ? "is" : "are"} none of Fulcrum's and ${left.length === 1 ? "was" : "were"} left out`;
  note(session, options, `${what}: ${some(left, 5)}.`);
}

function note({ terminal }: Session, { quiet = false }: { quiet?: boolean }, text: string): void {
  if (!quiet) terminal.notes.line(terminalText(text));
}

function rowsOf({ tables }: DatabaseContents): string {
  const rows = tables.reduce((sum, { rowsCount }) => sum + rowsCount, 0);
  return `${counted(tables.length, "table")}, ${counted(rows, "row")}`;
}

function bytesOf({ tables }: DatabaseContents): number {
  return tables.reduce((sum, { bytes }) => sum + bytes, 0);
}

function inputOf(
  { workingFolder, environment }: Session,
  { data }: DatabaseOptions,
): ManageDatabaseInput {
  const url = environment["DATABASE_URL"] ?? "";
  return { dataFolder: resolve(workingFolder, data), url: url === "" ? null : url };
}

function noneLines({ dataFolder }: ManageDatabaseInput): string[] {
  return [
    `There is no database in ${dataFolder} yet, and DATABASE_URL names none.`,
    "Make one: fulcrum db migrate",
  ];
}

function stateLines({ where, server, ownerPid, bytes, applied, pending }: DatabaseState): string[] {
  const last = applied.at(-1);
  const run = ownerPid === null ? "" : `, kept running by process ${String(ownerPid)}`;
  return [
    where,
    `Server    ${server}${run}`,
    `Size      ${sizeOf(bytes)}`,
    `Applied   ${last === undefined ? "nothing" : `${counted(applied.length, "migration")}, the last one ${last}`}`,
    `Missing   ${pending.length === 0 ? "nothing" : `${pending.join(", ")}: fulcrum db migrate`}`,
  ];
}
