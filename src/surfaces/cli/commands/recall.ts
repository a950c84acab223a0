import { resolve } from "node:path";
import type { OperationContext, VerbContext } from "#ports/context.ts";
import { dayOf, some } from "#kernel/phrases.ts";
import { openAssessment, type OpenedAssessment } from "#operations/open-assessment.ts";
import type { CommonOptions, Session } from "../session.ts";

export interface RecallOptions extends CommonOptions {
  readonly report?: string;
  readonly cache?: string;
}

/** The assessment that a question is about. Throws `no-assessment`. */
export function recall(
  session: Session,
  context: VerbContext,
  options: RecallOptions,
): Promise<OpenedAssessment> {
  const absolute = (path: string | undefined): string | null =>
    path === undefined ? null : resolve(session.workingFolder, path);
  return openAssessment(context, {
    reportPath: options.report === "-" ? session.input() : absolute(options.report),
    place: absolute(options.cache),
  });
}

/** Says where the answer comes from. */
export async function noteOrigin(
  context: OperationContext,
  { assessments, id, origin, path }: OpenedAssessment,
): Promise<void> {
  const from = origin === null ? path : some(origin.folders, 3);
  const { generatedAt } = await assessments.head(id);
  context.log.info(`From the assessment of ${from} on ${dayOf(generatedAt)}.`);
}
