import { join } from "node:path";
import type { Readable } from "node:stream";
import { z } from "zod";
import { report as reportSchema, type Report } from "#sections/report.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { OperationContext } from "#ports/context.ts";
import { lastAssessmentFile, lastReportFile, type AssessmentOrigin } from "./keep-report.ts";
import { latestCacheFolder, textOf } from "./latest-assessment.ts";
import { namesOpenInput, readNamedInput, readStream } from "./reading/named-input.ts";

export interface RecallReportInput {
  /** A JSON report to read instead of the last one: a path, or a stream. */
  readonly reportPath: string | Readable | null;
  /** The cache of the assessment that is meant; null: of the last one. */
  readonly cacheFolder: string | null;
  readonly cacheHome: string;
}

export interface RecalledReport {
  readonly report: Report;
  readonly path: string;
  /** Null for a report that was named by its file. */
  readonly origin: AssessmentOrigin | null;
}

const originSchema = z.object({
  folders: z.array(z.string()),
  configurationPath: z.string().nullable(),
  generatedAt: z.string(),
});

const largestReport = 512 * 1024 * 1024;
const assessFirst = "Assess your repositories first: fulcrum assess ../repos";

/** The report to answer from. Throws `no-assessment`. */
export async function recallReport(
  context: OperationContext,
  input: RecallReportInput,
): Promise<RecalledReport> {
  if (input.reportPath !== null) {
    const next = "Name a file that fulcrum assess --json wrote.";
    const path = typeof input.reportPath === "string" ? input.reportPath : "standard input";
    const text = await namedText(input.reportPath, context.signal);
    return { report: reportIn(text, path, next), path, origin: null };
  }
  const folder = input.cacheFolder ?? (await latestCacheFolder(input.cacheHome));
  if (folder === null)
    throw new FulcrumError("no-assessment", "Nothing was assessed yet.", assessFirst);
  const path = join(folder, lastReportFile);
  const report = reportIn(await textOf(path), path, assessFirst);
  return { report, path, origin: await readOrigin(folder) };
}

export async function readOrigin(cacheFolder: string): Promise<AssessmentOrigin | null> {
  const text = await textOf(join(cacheFolder, lastAssessmentFile));
  if (text === null) return null;
  const parsed = originSchema.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : null;
}

/** What the shell has open (`<(…)`) is read as well; any other pipe is refused. */
async function namedText(path: string | Readable, signal: AbortSignal): Promise<string | null> {
  if (typeof path !== "string")
    return (await readStream(path, largestReport, signal)).toString("utf8");
  return namesOpenInput(path)
    ? (await readNamedInput(path, largestReport, signal)).toString("utf8")
    : textOf(path);
}

function reportIn(text: string | null, path: string, next: string): Report {
  if (text === null)
    throw new FulcrumError("no-assessment", `There is no report at ${path}.`, next);
  const parsed = reportSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new FulcrumError(
    "no-assessment",
    `${path} is not a report of this version of fulcrum.`,
    `${next.replace(/\.$/, "")}, or make it again with this version.`,
    { cause: parsed.error },
  );
}

/** What is not JSON reads as undefined, which no schema accepts. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
