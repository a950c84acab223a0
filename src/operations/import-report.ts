import { createHash } from "node:crypto";
import type { AssessmentStore } from "#ports/assessment-store.ts";
import type { OrganisationStore } from "#ports/organisation-store.ts";
import type { Report } from "#sections/report.ts";

export interface ImportReportInput {
  /** What the organisation is called in addresses; null: after its name. */
  readonly slug: string | null;
  readonly report: Report;
}

export interface ImportedReport {
  readonly slug: string;
  readonly assessment: string;
  /** The same report was the current one already: nothing was written. */
  readonly isUnchanged: boolean;
}

/** Makes a report the current assessment of its organisation. One that is current already writes nothing. Throws `database-failed`. */
export async function importReport(
  context: { readonly assessments: AssessmentStore; readonly organisations: OrganisationStore },
  { slug: given, report }: ImportReportInput,
): Promise<ImportedReport> {
  const { assessments, organisations } = context;
  const slug = given ?? organisationSlug(report.organisation.name);
  const place = organisations.placeOf(slug);
  const { generatedAt } = report;
  const origin = { folders: [], configurationPath: null, generatedAt };
  const reuseKey = `report ${createHash("sha256").update(JSON.stringify(report)).digest("hex")}`;
  const last = await assessments.reusable(place, report.organisation.name);
  if (last?.key === reuseKey) {
    const current = await assessments.current(place);
    const isUnchanged = current?.id === last.id;
    if (!isUnchanged) await assessments.reuse(place, { id: last.id, origin });
    return { slug, assessment: last.id, isUnchanged };
  }
  const assessment = await assessments.save({ place, report, origin, reuseKey });
  return { slug, assessment, isUnchanged: false };
}

const mostLetters = 60;

/** Words of a name in lower case: what an organisation is called in addresses. */
export function organisationSlug(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, mostLetters)
    .replace(/^-|-$/g, "");
  if (words !== "") return words;
  return `organisation-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}
