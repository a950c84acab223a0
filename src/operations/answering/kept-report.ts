import { FulcrumError } from "#kernel/errors.ts";
import type { AssessmentReader } from "#ports/assessment-store.ts";
import { sections, type SectionName } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import { partialReport } from "./partial-report.ts";
import { readParts } from "./read-parts.ts";

const all: readonly SectionName[] = sections.map(({ name }) => name);

/** All sections of an assessment, put together as the report that they were; null where it is damaged, or of another version. */
export async function keptReport(
  assessments: AssessmentReader,
  id: string,
): Promise<Report | null> {
  try {
    return partialReport(await readParts(assessments, id, all));
  } catch (error) {
    if (error instanceof FulcrumError && error.code === "no-assessment") return null;
    throw error;
  }
}
