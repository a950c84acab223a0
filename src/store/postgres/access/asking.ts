import type { Kysely } from "kysely";
import { databaseFailure } from "../database-failure.ts";
import type { Tables } from "../tables.ts";

/** Asks a database; what its driver throws becomes `database-failed`. */
export type Asking = <Result>(work: (db: Kysely<Tables>) => Promise<Result>) => Promise<Result>;

export function askingOf(db: Kysely<Tables>, where: string): Asking {
  return async (work) => {
    try {
      return await work(db);
    } catch (error) {
      throw databaseFailure(where, error);
    }
  };
}

/** Numbers of rows have at most so many digits; what is no number names no row. */
export function isRowId(id: string): boolean {
  return /^[1-9]\d{0,17}$/.test(id);
}

export function timeOf(at: Date | null): number | null {
  return at === null ? null : at.getTime();
}
