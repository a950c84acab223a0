import type { ReportHead } from "#sections/report-index.ts";
import { report, type Report } from "#sections/report.ts";

/** What stands in a report beside its sections, as stores keep it. */
export const reportHead = report.pick({
  schemaVersion: true,
  generatedAt: true,
  asOf: true,
  tool: true,
  previous: true,
  evidenceOmittedCount: true,
});

export function headOf(from: Report): ReportHead {
  const { schemaVersion, generatedAt, asOf, tool, previous, evidenceOmittedCount } = from;
  return { schemaVersion, generatedAt, asOf, tool, previous, evidenceOmittedCount };
}

/** What stands under a key of a section. */
export function valueAt(from: Report, key: string): unknown {
  return Object.getOwnPropertyDescriptor(from, key)?.value;
}
