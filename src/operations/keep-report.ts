import { join } from "node:path";
import { writeAtomically } from "#store/files/atomic-write.ts";
import type { OperationContext } from "#ports/context.ts";

export const lastReportFile = "last-report.json";
export const lastAssessmentFile = "last-assessment.json";
export const latestFile = "latest";

/** Where the last report came from: the other commands start there. Paths are absolute. */
export interface AssessmentOrigin {
  readonly folders: readonly string[];
  readonly configurationPath: string | null;
  readonly generatedAt: string;
}

export interface KeepReportInput {
  readonly json: string;
  readonly origin: AssessmentOrigin;
  readonly cacheFolder: string;
  /** Folder of all caches, told which one was used last; null when the cache lies elsewhere. */
  readonly cacheHome: string | null;
}

/** Keeps the report for `explain`, `capabilities`, `correct` and `init`. Throws `write-failed`. */
export async function keepReport(
  _context: OperationContext,
  { json, origin, cacheFolder, cacheHome }: KeepReportInput,
): Promise<void> {
  await writeAtomically(join(cacheFolder, lastReportFile), json, { isPrivate: true });
  await writeAtomically(join(cacheFolder, lastAssessmentFile), JSON.stringify(origin), {
    isPrivate: true,
  });
  if (cacheHome !== null) await writeAtomically(join(cacheHome, latestFile), `${cacheFolder}\n`);
}
