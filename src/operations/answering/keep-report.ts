import { FulcrumError } from "#kernel/errors.ts";
import type { AssessmentOrigin } from "#ports/assessment-store.ts";
import type { OperationContext, VerbContext } from "#ports/context.ts";
import type { Report } from "#sections/report.ts";
import type { AssessInput } from "../gathering/assess-input.ts";
import { keptReport } from "./kept-report.ts";

type KeepContext = Pick<OperationContext, "log"> & Pick<VerbContext, "assessments">;

export interface LastReport {
  readonly id: string;
  /** What it was made of: see `resultKeyOf`. */
  readonly key: string;
  readonly report: Report;
}

/** The last report of an organisation, where it can still be read. */
export async function lastReport(
  { assessments }: Pick<VerbContext, "assessments">,
  place: string,
  organisation: string,
): Promise<LastReport | null> {
  const last = await assessments.reusable(place, organisation);
  const report = last === null ? null : await keptReport(assessments, last.id);
  return last === null || report === null ? null : { ...last, report };
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
  { id, report }: LastReport,
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
