import { FulcrumError } from "#kernel/errors.ts";
import { counted, some } from "#kernel/phrases.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import type { DatabaseContents, RestoredDatabase } from "#ports/database-care.ts";
import { noDatabase } from "./back-up-database.ts";
import { withDatabase, type DatabaseContext, type ManageDatabaseInput } from "./manage-database.ts";

export interface MoveDatabaseInput extends ManageDatabaseInput {
  /** The address of the database to move to. */
  readonly to: string;
  /** Whether what that one holds may be removed. */
  readonly replaces: boolean;
}

export interface MovedDatabase extends RestoredDatabase {
  /** In words for a person. */
  readonly from: string;
  readonly into: string;
  readonly intoServer: string;
}

/**
 * Copies a database to another server, and says so only when each table reads there as it reads here, here also after the
 * copying. What was copied from stays as it was. Throws as `OpenDatabase` and `DatabaseCare.restore` do, `database-in-use` where
 * somebody would go on writing here, `usage`.
 */
export async function moveDatabase(
  context: DatabaseContext,
  { to, replaces, ...input }: MoveDatabaseInput,
): Promise<MovedDatabase> {
  if (to === input.url)
    throw new FulcrumError(
      "usage",
      "The database to move to is the one that DATABASE_URL names.",
      "Name another one; to bring this one up to date: fulcrum db migrate",
    );
  const done = await withDatabase(context, { ...input, make: false }, async (source) => {
    const { where: from, ownerPid } = await source.state();
    if (ownerPid !== null) throw stillRunning(from, ownerPid);
    return withDatabase(context, { ...input, url: to, make: false }, async (target) => {
      const moved = await copyInto(source, target, replaces);
      const { where: into, server: intoServer } = await target.state();
      return { ...moved, from, into, intoServer };
    });
  });
  if (done === null) throw noDatabase(input.dataFolder);
  return done;
}

async function copyInto(
  source: ServiceDatabase,
  target: ServiceDatabase,
  replaces: boolean,
): Promise<RestoredDatabase> {
  const care = await source.care();
  const { bytes, contents } = care.backup();
  return (await target.care()).restore(bytes, {
    replaces,
    accept: async (restored) => {
      const otherwise = differing(contents(), restored);
      if (otherwise.length > 0)
        throw notMoved(`read otherwise there than here: ${some(otherwise, 3)}`, otherwise.length);
      const since = differing(await care.contents(), restored);
      if (since.length > 0)
        throw notMoved(`changed here meanwhile: ${some(since, 3)}`, since.length);
    },
  });
}

/** Tables of the copy that read otherwise in what was copied. */
export function differing(source: DatabaseContents, copy: DatabaseContents): string[] {
  const known = new Map(source.tables.map((table) => [table.name, table]));
  return copy.tables.flatMap(({ name, rowsCount, digest }) => {
    const of = known.get(name);
    return of?.rowsCount === rowsCount && of.digest === digest ? [] : [name];
  });
}

function notMoved(what: string, count: number): FulcrumError {
  return new FulcrumError(
    "database-failed",
    `The database was not moved: ${counted(count, "table")} ${what}.`,
    "Stop what writes to it, then run the same command again; nothing was changed on either side.",
  );
}

function stillRunning(where: string, pid: number): FulcrumError {
  return new FulcrumError(
    "database-in-use",
    `${where} is kept running by process ${String(pid)}, which may write to it until you switch: that would be lost.`,
    "Stop that process first, then run the same command again.",
  );
}
