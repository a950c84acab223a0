import type {
  DatabaseState,
  DatabaseWish,
  OpenDatabase,
  ServiceDatabase,
} from "#ports/database.ts";

/** What a verb about the database is handed. */
export interface DatabaseContext {
  readonly openDatabase: OpenDatabase;
  readonly signal: AbortSignal;
}

export type ManageDatabaseInput = Pick<DatabaseWish, "dataFolder" | "url">;

/** How the database is; null where there is none yet: none is made. Throws as `OpenDatabase` does. */
export async function databaseStatus(
  context: DatabaseContext,
  input: ManageDatabaseInput,
): Promise<DatabaseState | null> {
  return withDatabase(context, { ...input, make: false }, (database) => database.state());
}

export interface MigratedDatabase extends DatabaseState {
  /** What was applied now. */
  readonly migrated: readonly string[];
}

/** Makes the database where there is none, and brings it up to date. Throws as `OpenDatabase` does. */
export async function migrateDatabase(
  context: DatabaseContext,
  input: ManageDatabaseInput,
): Promise<MigratedDatabase | null> {
  return withDatabase(context, { ...input, make: true }, async (database) => {
    const migrated = await database.migrate();
    return { ...(await database.state()), migrated };
  });
}

/** Null where there is none yet, and none was to be made. */
export async function withDatabase<Result>(
  { openDatabase, signal }: DatabaseContext,
  wish: Omit<DatabaseWish, "signal">,
  work: (database: ServiceDatabase) => Promise<Result>,
): Promise<Result | null> {
  const database = await openDatabase({ ...wish, signal });
  if (database === null) return null;
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
