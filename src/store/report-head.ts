import type { ReportHead } from "#sections/report-index.ts";
import type { Report } from "#sections/report.ts";

export function headOf(from: Report): ReportHead {
  const { schemaVersion, generatedAt, asOf, tool, previous, evidenceOmittedCount } = from;
  return { schemaVersion, generatedAt, asOf, tool, previous, evidenceOmittedCount };
}

/** What stands under a key of a section. */
export function valueAt(from: Report, key: string): unknown {
  return Object.getOwnPropertyDescriptor(from, key)?.value;
}
