import type { AssessmentReader } from "#ports/assessment-store.ts";
import type { KeysOfSection, ReportHead } from "#sections/report-index.ts";
import type { SectionName } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";

/** As much of a report as these sections are, with its head. */
export type Parts<Name extends SectionName> = ReportHead &
  Pick<Report, KeysOfSection<Name>> & { readonly sections: Pick<Report["sections"], Name> };

/** Sections of one assessment, and nothing else of it. Throws `no-assessment`. */
export async function readParts<const Name extends SectionName>(
  assessments: AssessmentReader,
  id: string,
  names: readonly Name[],
): Promise<Parts<Name>> {
  const head = await assessments.head(id);
  const read = await Promise.all(names.map((name) => assessments.section(id, name)));
  const descriptions = names.map((name, at) => [name, read[at]?.description]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of exactly these sections
  return Object.assign({}, head, ...read.map(({ content }) => content), {
    sections: Object.fromEntries(descriptions),
  }) as Parts<Name>;
}
