import { FulcrumError } from "#kernel/errors.ts";
import type { DatabaseContents } from "#ports/database-care.ts";
import type { Stores } from "#ports/context.ts";
import { withDatabase, type DatabaseContext, type ManageDatabaseInput } from "./manage-database.ts";

export interface BackUpContext extends DatabaseContext, Pick<Stores, "outputs"> {}

export interface BackedUpDatabase extends DatabaseContents {
  /** Which database, in words for a person. */
  readonly where: string;
  /** Of the backup. */
  readonly backupBytes: number;
}

/**
 * Writes all that the database holds at one moment into a file, while others work with it. The file is there whole or not at
 * all. Throws as `OpenDatabase` does, `usage` where there is no database, `write-failed`.
 */
export async function backUpDatabase(
  context: BackUpContext,
  { path, ...input }: ManageDatabaseInput & { readonly path: string },
): Promise<BackedUpDatabase> {
  const done = await withDatabase(context, { ...input, make: false }, async (database) => {
    const [{ where }, care] = [await database.state(), await database.care()];
    const { bytes, contents } = care.backup();
    let backupBytes = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array, void> {
      for await (const chunk of bytes) {
        backupBytes += chunk.length;
        yield chunk;
      }
    };
    await context.outputs.writeGuarded(path, counted());
    return { ...contents(), where, backupBytes };
  });
  if (done === null) throw noDatabase(input.dataFolder);
  return done;
}

export function noDatabase(dataFolder: string): FulcrumError {
  return new FulcrumError(
    "usage",
    `There is no database in ${dataFolder} yet, and DATABASE_URL names none.`,
    "Name the folder where it lies with --data, or its server in DATABASE_URL.",
  );
}
