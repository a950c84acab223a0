import { resolve } from "node:path";
import { counted } from "#kernel/phrases.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import {
  databaseStatus,
  migrateDatabase,
  type ManageDatabaseInput,
} from "#operations/manage-database.ts";
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
