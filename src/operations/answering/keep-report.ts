import { FulcrumError } from "#kernel/errors.ts";
import type { AssessmentOrigin, ReusableAssessment } from "#ports/assessment-store.ts";
import type { OperationContext, VerbContext } from "#ports/context.ts";
import { sections, type SectionName } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import type { AssessInput } from "../gathering/assess-input.ts";
import { partialReport } from "./partial-report.ts";
import { readParts } from "./read-parts.ts";

type KeepContext = Pick<OperationContext, "log"> & Pick<VerbContext, "assessments">;

export interface KeptReport {
  readonly id: string;
  readonly report: Report;
}

/** The report that would be made again, by the key of what it was made of; null where it cannot be read. */
export async function sameReport(
  { assessments }: Pick<VerbContext, "assessments">,
  last: ReusableAssessment | null,
  key: string,
): Promise<KeptReport | null> {
  if (last?.key !== key) return null;
  const report = await unlessDamaged(assessments.report(last.id));
  return report === null ? null : { id: last.id, report };
}

/** The report before; null where there is none, or none of this version. */
export async function previousReport(
  { assessments }: Pick<VerbContext, "assessments">,
  last: ReusableAssessment | null,
): Promise<Report | null> {
  if (last === null) return null;
  return unlessDamaged(readParts(assessments, last.id, all).then((parts) => partialReport(parts)));
}

const all: readonly SectionName[] = sections.map(({ name }) => name);

/** What cannot be read is made again. */
async function unlessDamaged(reading: Promise<Report>): Promise<Report | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof FulcrumError && error.code === "no-assessment") return null;
    throw error;
  }
}

/** Keeps the report for the other commands and the next assessment; with no `reuseKey` it is not used in its place. */
export function keepReport(
  context: KeepContext,
  input: AssessInput,
  report: Report,
  reuseKey: string | null,
): Promise<void> {
  return keepBy(context, input, report, async (origin) => {
    await context.assessments.save({ place: input.cacheFolder, report, origin, reuseKey });
  });
}

/** The other commands answer from the one that is kept already. */
export function keepAgain(
  context: KeepContext,
  input: AssessInput,
  { id, report }: KeptReport,
): Promise<void> {
  return keepBy(context, input, report, (origin) =>
    context.assessments.reuse(input.cacheFolder, { id, origin }),
  );
}

async function keepBy(
  { assessments, log }: KeepContext,
  { folders, cacheFolder, useCache, keep }: AssessInput,
  { generatedAt }: Report,
  act: (origin: AssessmentOrigin) => Promise<void>,
): Promise<void> {
  if (keep === undefined && !useCache) return;
  try {
    await act({ folders, configurationPath: keep?.configurationPath ?? null, generatedAt });
    if (keep?.isLatest === true) await assessments.makeLatest(cacheFolder);
  } catch (error) {
    // The report is there to be written and shown: only the other commands have to be given it by name.
    if (!(error instanceof FulcrumError) || error.code !== "write-failed") throw error;
    log.warn(
      `The other commands do not know this report: ${error.message} Name it to them: --json FILE here, --report FILE there.`,
    );
  }
}
