import { resolve } from "node:path";
import { terminalText } from "#kernel/terminal-text.ts";
import type { OperationContext } from "#kernel/ports.ts";
import { cacheHome } from "#operations/cache-location.ts";
import { dayOf, some } from "#operations/phrases.ts";
import { recallReport, type RecalledReport } from "#operations/recall-report.ts";
import type { CommonOptions, Session } from "../session.ts";

export interface RecallOptions extends CommonOptions {
  readonly report?: string;
  readonly cache?: string;
}

/** The report that a question is about, and a note of where it comes from. Throws `no-assessment`. */
export async function recall(
  session: Session,
  context: OperationContext,
  options: RecallOptions,
): Promise<RecalledReport> {
  const absolute = (path: string | undefined): string | null =>
    path === undefined ? null : resolve(session.workingFolder, path);
  const recalled = await recallReport(context, {
    reportPath: absolute(options.report),
    cacheFolder: absolute(options.cache),
    cacheHome: cacheHome(session.environment),
  });
  const { report, origin, path } = recalled;
  const from = origin === null ? path : some(origin.folders, 3);
  context.log.info(`From the assessment of ${terminalText(from)} on ${dayOf(report.generatedAt)}.`);
  return recalled;
}
