import { sections, type SectionName } from "#sections/index.ts";
import type { EvidencePart, ReportIndex } from "#sections/report-index.ts";
import type { Report } from "#sections/report.ts";

/** One fact opens with its part alone; unpacking all facts of a large report takes several times as long. */
const factsPerPart = 1500;

/** A piece of the report that its page unpacks when somebody looks at it. */
export interface ReportPart {
  /** `index`, `section-adoption`, `evidence-0`: none of it from a repository. */
  readonly name: string;
  readonly content: unknown;
}

/** The report in the pieces in which its page holds it, what it holds first. */
export function reportParts(report: Report): readonly ReportPart[] {
  const facts = evidenceParts(report.evidence);
  return [
    { name: "index", content: indexOf(report, facts) },
    ...sections
      .filter(({ name }) => name !== "evidence")
      .map(({ name }) => ({
        name: `section-${name}`,
        content: { shown: shownOf(report, name), unknown: report.sections[name].unknown },
      })),
    ...facts.map((content, place) => ({ name: `evidence-${String(place)}`, content })),
  ];
}

function indexOf(report: Report, facts: readonly EvidencePart[]): ReportIndex {
  const { schemaVersion, generatedAt, asOf, tool, previous, evidenceOmittedCount } = report;
  const entries = sections.map(({ name }) => {
    const { unknown: _, ...described } = report.sections[name];
    return [name, { ...described, keys: keysOf(name) }];
  });
  return {
    schemaVersion,
    generatedAt,
    asOf,
    tool,
    previous,
    evidenceOmittedCount,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an entry for each name of the list of sections
    sections: Object.fromEntries(entries) as ReportIndex["sections"],
    evidence: {
      count: report.evidence.length,
      firstIds: facts.map(([first]) => first?.id ?? ""),
    },
  };
}

function keysOf(name: SectionName): readonly string[] {
  return Object.keys(sections.find((one) => one.name === name)?.schema ?? {});
}

function shownOf(report: Report, name: SectionName): object {
  const own = new Set(keysOf(name));
  return Object.fromEntries(Object.entries(report).filter(([key]) => own.has(key)));
}

function evidenceParts(facts: Report["evidence"]): readonly EvidencePart[] {
  const sorted = facts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return Array.from({ length: Math.ceil(sorted.length / factsPerPart) }, (_, place) =>
    sorted.slice(place * factsPerPart, (place + 1) * factsPerPart),
  );
}
