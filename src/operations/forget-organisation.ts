import { FulcrumError } from "#kernel/errors.ts";
import { some } from "#kernel/phrases.ts";
import type { AssessmentRetention, KeptAssessment } from "#ports/assessment-retention.ts";
import { noDatabase, type BackUpContext } from "./back-up-database.ts";
import { withDatabase, type ManageDatabaseInput } from "./manage-database.ts";

export interface ForgetInput extends ManageDatabaseInput {
  readonly organisation: string;
  /** Only assessments in which this one stands; null: all. */
  readonly repository: string | null;
  /** Where what goes is written first; null: nowhere. Absolute. */
  readonly exportPath: string | null;
}

export interface Forgotten {
  /** Which database, in words for a person. */
  readonly where: string;
  /** The earliest first; one at least. */
  readonly assessments: readonly KeptAssessment[];
  /** How many of the organisation are left. */
  readonly leftCount: number;
}

/**
 * Removes what the database keeps of an organisation, or those of its assessments that know of a repository: each as a whole,
 * for figures that were summed cannot be taken apart. Where it is to be exported, nothing is removed that does not stand in
 * the file. Throws as `OpenDatabase` does, `no-assessment` where there is none, `write-failed`, `usage` without a database.
 */
export async function forgetOrganisation(
  context: BackUpContext,
  { organisation, repository, exportPath, ...input }: ForgetInput,
): Promise<Forgotten> {
  const done = await withDatabase(context, { ...input, make: false }, async (database) => {
    const { where } = await database.state();
    const retention = await database.retention();
    const assessments = await retention.find({ organisation, repository });
    if (assessments.length === 0) throw await nothingOf(retention, organisation, repository);
    if (exportPath !== null)
      await context.outputs.writeGuarded(exportPath, retention.exported(assessments));
    await retention.remove(assessments);
    const left = await retention.find({ organisation, repository: null });
    return { where, assessments, leftCount: left.length };
  });
  if (done === null) throw noDatabase(input.dataFolder);
  return done;
}

async function nothingOf(
  retention: AssessmentRetention,
  organisation: string,
  repository: string | null,
): Promise<FulcrumError> {
  const known = await retention.organisations();
  if (repository !== null && known.includes(organisation))
    return new FulcrumError(
      "no-assessment",
      `No assessment of ${organisation} knows of a repository ${repository}.`,
      "Name it by the id that it has in reports, such as repository:github.com/acme/shop.",
    );
  return new FulcrumError(
    "no-assessment",
    `The database keeps no assessment of ${organisation}.`,
    known.length === 0
      ? "It keeps none at all."
      : `Name the organisation as reports do. Assessments are kept of: ${some(known, 5)}.`,
  );
}
