import { resolve } from "node:path";
import type { OperationContext } from "#ports/context.ts";
import { cacheHome } from "#operations/cache-location.ts";
import { dayOf, some } from "#kernel/phrases.ts";
import { recallReport, type RecalledReport } from "#operations/recall-report.ts";
import type { CommonOptions, Session } from "../session.ts";

export interface RecallOptions extends CommonOptions {
  readonly report?: string;
  readonly cache?: string;
}

/** The report that a question is about. Throws `no-assessment`. */
export function recall(
  session: Session,
  context: OperationContext,
  options: RecallOptions,
): Promise<RecalledReport> {
  const absolute = (path: string | undefined): string | null =>
    path === undefined ? null : resolve(session.workingFolder, path);
  return recallReport(context, {
    reportPath: options.report === "-" ? session.input() : absolute(options.report),
    cacheFolder: absolute(options.cache),
    cacheHome: cacheHome(session.environment),
  });
}

/** Says where the answer comes from. */
export function noteOrigin(
  context: OperationContext,
  { report, origin, path }: RecalledReport,
): void {
  const from = origin === null ? path : some(origin.folders, 3);
  context.log.info(`From the assessment of ${from} on ${dayOf(report.generatedAt)}.`);
}
