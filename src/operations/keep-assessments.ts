import { FulcrumError } from "#kernel/errors.ts";
import { noDatabase } from "./back-up-database.ts";
import { withDatabase, type DatabaseContext, type ManageDatabaseInput } from "./manage-database.ts";

export interface KeepInput extends ManageDatabaseInput {
  /** How many of each place are kept from now on; null: as it is. */
  readonly count: number | null;
}

export interface Keeping {
  /** Which database, in words for a person. */
  readonly where: string;
  readonly count: number;
  /** Of the assessments that were more than that already. */
  readonly removedCount: number;
}

const most = 999_999;

/** Says how many assessments of each place are kept, and sets it. Throws as `OpenDatabase` does, `usage`. */
export async function keepAssessments(
  context: DatabaseContext,
  { count, ...input }: KeepInput,
): Promise<Keeping> {
  if (count !== null && (!Number.isInteger(count) || count < 1 || count > most))
    throw new FulcrumError(
      "usage",
      "How many assessments are kept is a whole number from 1 to 999,999.",
      "Name one: fulcrum db keep 104",
    );
  const done = await withDatabase(context, { ...input, make: false }, async (database) => {
    const { where } = await database.state();
    const retention = await database.retention();
    if (count === null) return { where, count: await retention.keptCount(), removedCount: 0 };
    return { where, count, removedCount: await retention.keep(count) };
  });
  if (done === null) throw noDatabase(input.dataFolder);
  return done;
}
