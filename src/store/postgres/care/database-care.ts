import type { Pool } from "pg";
import type { DatabaseCare } from "#ports/database-care.ts";
import { databaseFailure } from "../database-failure.ts";
import { restoreInto } from "./restore-backup.ts";
import { backupOf, contentsNow } from "./write-backup.ts";

/** Copies of the database behind these connections; `where` says which one it is, in words for a person. */
export function databaseCare(pool: Pool, where: string, signal: AbortSignal): DatabaseCare {
  const failed = (error: unknown): Error =>
    signal.aborted ? asError(signal.reason) : databaseFailure(where, error);
  const asking = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw failed(error);
    }
  };
  return {
    contents: () => asking(() => contentsNow(pool, signal)),
    backup: () => {
      const { bytes, contents } = backupOf(pool, signal);
      const told = async function* (): AsyncGenerator<Uint8Array, void> {
        try {
          yield* bytes;
        } catch (error) {
          throw failed(error);
        }
      };
      return { bytes: told(), contents };
    },
    restore: (bytes, wish) => asking(() => restoreInto(pool, bytes, { ...wish, signal })),
  };
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
