import type { RestoredDatabase } from "#ports/database-care.ts";
import { noDatabase } from "./back-up-database.ts";
import { withDatabase, type DatabaseContext, type ManageDatabaseInput } from "./manage-database.ts";

export interface RestoreDatabaseInput extends ManageDatabaseInput {
  /** Of a backup; throws where they cannot be read. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Whether what the database holds may be removed. */
  readonly replaces: boolean;
}

export interface RestoredInto extends RestoredDatabase {
  /** Which database, and who runs it, in words for a person. */
  readonly where: string;
  readonly into: string;
}

/** Makes the database where there is none, and puts a backup into it, all or nothing. Throws as `OpenDatabase` and `DatabaseCare.restore` do. */
export async function restoreDatabase(
  context: DatabaseContext,
  { bytes, replaces, ...input }: RestoreDatabaseInput,
): Promise<RestoredInto> {
  const done = await withDatabase(context, { ...input, make: true }, async (database) => {
    const restored = await (await database.care()).restore(bytes, { replaces });
    const { where, server: into } = await database.state();
    return { ...restored, where, into };
  });
  if (done === null) throw noDatabase(input.dataFolder);
  return done;
}
