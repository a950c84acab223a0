import type { Readable } from "node:stream";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { jsonIn } from "#kernel/json-text.ts";
import { readAllText } from "#kernel/plain-file.ts";
import type { AssessmentOrigin, AssessmentReader } from "#ports/assessment-store.ts";
import type { VerbContext } from "#ports/context.ts";
import type { Report } from "#sections/report.ts";
import { ReportInMemory } from "./answering/report-in-memory.ts";
import { writtenReport } from "./answering/written-report.ts";
import { namesOpenInput, readNamedInput, readStream } from "./reading/named-input.ts";

export interface OpenAssessmentInput {
  /** A JSON report to answer from instead: a path, or a stream. */
  readonly reportPath: string | Readable | null;
  /** The place of the assessment that is meant; null: of the last one. */
  readonly place: string | null;
}

export interface OpenedAssessment {
  /** What knows the assessment by its id. */
  readonly assessments: AssessmentReader;
  readonly id: string;
  /** Null for a report that was named by its file. */
  readonly origin: AssessmentOrigin | null;
  /** Of the file, or the place. */
  readonly path: string;
}

const largestReport = 512 * 1024 * 1024;
const assessFirst = "Assess your repositories first: fulcrum assess ../repos";

/** The assessment to answer from. Throws `no-assessment`. */
export async function openAssessment(
  { assessments, signal }: Pick<VerbContext, "assessments" | "signal">,
  input: OpenAssessmentInput,
): Promise<OpenedAssessment> {
  if (input.reportPath !== null) {
    const path = typeof input.reportPath === "string" ? input.reportPath : "standard input";
    const report = new ReportInMemory(await readReport(input.reportPath, signal));
    return { assessments: report, id: report.id, path, origin: null };
  }
  const path = input.place ?? (await assessments.latestPlace());
  if (path === null)
    throw new FulcrumError("no-assessment", "Nothing was assessed yet.", assessFirst);
  const current = await assessments.current(path);
  if (current === null)
    throw new FulcrumError("no-assessment", `There is no report at ${path}.`, assessFirst);
  return { assessments, path, ...current };
}

/** The report in a file, or in a stream. Throws `no-assessment`. */
export async function readReport(from: string | Readable, signal: AbortSignal): Promise<Report> {
  const text = await namedText(from, signal);
  return writtenReport(jsonIn(text), typeof from === "string" ? from : "standard input");
}

/** What the shell has open (`<(…)`) is read as well; any other pipe is refused. */
async function namedText(path: string | Readable, signal: AbortSignal): Promise<string> {
  if (typeof path !== "string")
    return (await readStream(path, largestReport, signal)).toString("utf8");
  if (namesOpenInput(path))
    return (await readNamedInput(path, largestReport, signal)).toString("utf8");
  try {
    return await readAllText(path);
  } catch (error) {
    const isAbsent = ["ENOENT", "ENOTDIR"].includes(systemCodeOf(error) ?? "");
    throw new FulcrumError(
      "no-assessment",
      isAbsent ? `There is no report at ${path}.` : `${path} cannot be read: ${messageOf(error)}.`,
      isAbsent
        ? "Name a file that fulcrum assess --json wrote."
        : "Make it readable, or name another report with --report.",
      { cause: error },
    );
  }
}
