import type { UnknownEntry } from "#contract/primitives.ts";
import type { Report } from "#contract/report.ts";
import type { Measures } from "../decision/conclude-measures.ts";
import type { EvidenceList } from "./evidence-list.ts";
import { mapDocumentation } from "./map-documentation.ts";
import { listUnknowns } from "./unknown-entries.ts";

type MeasureName = "documentation";

export interface MappedMeasures {
  readonly report: Pick<Report, MeasureName>;
  readonly counts: Readonly<Record<MeasureName, number>>;
  readonly coverage: Readonly<Record<MeasureName, number | null>>;
  readonly unknown: Readonly<Record<MeasureName, readonly UnknownEntry[]>>;
}

export function mapMeasures(measures: Measures, evidence: EvidenceList): MappedMeasures {
  const { documentation } = measures;
  const scored = documentation.filter((one) => one.score !== null).length;
  return {
    report: { documentation: documentation.map((one) => mapDocumentation(one, evidence)) },
    counts: { documentation: scored },
    coverage: { documentation: ratio(scored, documentation.length) },
    unknown: { documentation: listUnknowns("documentation", documentation) },
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
