import { FulcrumError } from "#kernel/errors.ts";
import type { AssessmentReader, ListKey, StoredSection } from "#ports/assessment-store.ts";
import type { KeysOfSection, ReportHead } from "#sections/report-index.ts";
import { sections, type SectionName } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";

/** Answers from a report that is in memory: one that was just made, or that a person named by its file. */
export class ReportInMemory implements AssessmentReader {
  /** There is one only. */
  readonly id = "report";
  private readonly report: Report;

  constructor(report: Report) {
    this.report = report;
  }

  head(id: string): Promise<ReportHead> {
    const { schemaVersion, generatedAt, asOf, tool, previous, evidenceOmittedCount } = this.of(id);
    return Promise.resolve({
      schemaVersion,
      generatedAt,
      asOf,
      tool,
      previous,
      evidenceOmittedCount,
    });
  }

  section<Name extends SectionName>(id: string, name: Name): Promise<StoredSection<Name>> {
    const report = this.of(id);
    const keys = Object.keys(sections.find((one) => one.name === name)?.schema ?? {});
    const entries = Object.entries(report).filter(([key]) => keys.includes(key));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of exactly this section
    const content = Object.fromEntries(entries) as unknown as Pick<Report, KeysOfSection<Name>>;
    return Promise.resolve({ description: report.sections[name], content });
  }

  items<Key extends ListKey>(
    id: string,
    key: Key,
    field: string & keyof Report[Key][number],
    values: ReadonlySet<string>,
  ): Promise<Report[Key]> {
    const list: readonly Report[Key][number][] = this.of(id)[key];
    const found = list.filter((one) => values.has(String(one[field])));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the same list
    return Promise.resolve(found as Report[Key]);
  }

  private of(id: string): Report {
    if (id === this.id) return this.report;
    throw new FulcrumError(
      "no-assessment",
      `There is no assessment ${id} in this report.`,
      "Name a file that fulcrum assess --json wrote.",
    );
  }
}
