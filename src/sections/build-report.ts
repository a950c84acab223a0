import type { Section, UnknownEntry } from "#contract/primitives.ts";
import type { Problem } from "#evidence/problem.ts";
import { compareReports } from "./changes/compare-reports.ts";
import { EvidenceList, isoTime } from "./evidence-list.ts";
import type { Found } from "./found.ts";
import { sections, type SectionName } from "./index.ts";
import { findProblems } from "./problems/find-problems.ts";
import { schemaVersion, type Report } from "./report.ts";
import { firstDay } from "./organisation/present.ts";

export interface ReportInput extends Omit<Found, "problems" | "organisation"> {
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What happened before any repository was read, or beside it. */
  readonly inspectionProblems: readonly Problem[];
  readonly previous: Report | null;
}

/** One section after the other; what compares with the report before comes last. */
export function buildReport(input: ReportInput): Report {
  const { findings, repositories, previous } = input;
  const { organisation } = findings;
  const found: Found = {
    ...input,
    organisation,
    problems: findProblems(repositories, input.inspectionProblems, findings),
  };
  const evidence = new EvidenceList();
  const shown: Record<string, unknown> = {};
  const described: Partial<Record<SectionName, Section>> = {};
  const window = { from: firstDay(repositories), to: isoTime(organisation.asOf - 1) };
  for (const section of sections) {
    const written = writtenBy(section, found, evidence);
    Object.assign(shown, written.shown);
    described[section.name] = {
      window,
      n: written.n,
      coverage: written.coverage,
      evidenceIds: [],
      unknown: written.unknown,
    };
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own schema checks it before anybody gets it
  const report = {
    schemaVersion,
    generatedAt: new Date(input.now).toISOString(),
    // The last second that counts: an exclusive midnight would read as the day after.
    asOf: isoTime(organisation.asOf - 1),
    tool: { name: "fulcrum", version: input.version },
    previous: previous === null ? null : { generatedAt: previous.generatedAt },
    sections: described,
    ...shown,
    evidenceOmittedCount: 0,
  } as unknown as Report;
  if (previous === null) return report;
  const changes = compareReports(previous, report);
  return {
    ...report,
    changes,
    sections: {
      ...report.sections,
      changes: { ...report.sections.changes, n: changes.length },
    },
  };
}

interface Written {
  readonly shown: object;
  readonly n: number;
  readonly coverage: number | null;
  readonly unknown: UnknownEntry[];
}

/** What a section does with what it has itself written: which one it is, its own definition knows best. */
interface AnySection {
  present(found: Found, evidence: EvidenceList): object;
  n(found: Found, shown: object): number;
  coverage(found: Found): number | null;
  unknown(found: Found, shown: object): readonly UnknownEntry[];
}

function writtenBy(section: AnySection, found: Found, evidence: EvidenceList): Written {
  const shown = section.present(found, evidence);
  return {
    shown,
    n: section.n(found, shown),
    coverage: section.coverage(found),
    unknown: [...section.unknown(found, shown)],
  };
}
