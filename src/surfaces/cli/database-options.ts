import { resolve } from "node:path";
import type { WhichDatabase } from "#operations/access/with-access.ts";
import type { CommonOptions, Session } from "./session.ts";

export interface DataOptions extends CommonOptions {
  readonly data: string;
}

/** The server of DATABASE_URL, else Fulcrum's own database. */
export function databaseOf(
  { workingFolder, environment }: Pick<Session, "workingFolder" | "environment">,
  { data }: DataOptions,
): WhichDatabase {
  const url = environment["DATABASE_URL"] ?? "";
  return { dataFolder: resolve(workingFolder, data), url: url === "" ? null : url };
}
