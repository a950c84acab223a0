import type { UnknownEntry } from "#contract/primitives.ts";
import type { Report } from "#contract/report.ts";
import type { Measures } from "../decision/conclude-measures.ts";
import type { EvidenceList } from "./evidence-list.ts";
import { mapDocumentation } from "./map-documentation.ts";
import { mapStability } from "./map-stability.ts";
import { listUnknowns } from "./unknown-entries.ts";

type MeasureName = "documentation" | "stability";

export interface MappedMeasures {
  readonly report: Pick<Report, MeasureName>;
  readonly counts: Readonly<Record<MeasureName, number>>;
  readonly coverage: Readonly<Record<MeasureName, number | null>>;
  readonly unknown: Readonly<Record<MeasureName, readonly UnknownEntry[]>>;
}

export function mapMeasures(measures: Measures, evidence: EvidenceList): MappedMeasures {
  const { documentation, stability } = measures;
  const scored = documentation.filter((one) => one.score !== null).length;
  const released = stability.filter((one) => one.releasesCount > 0).length;
  return {
    report: {
      documentation: documentation.map((one) => mapDocumentation(one, evidence)),
      stability: stability.map((one) => mapStability(one, evidence)),
    },
    counts: { documentation: scored, stability: released },
    coverage: {
      documentation: ratio(scored, documentation.length),
      stability: ratio(released, stability.length),
    },
    unknown: {
      documentation: listUnknowns("documentation", documentation),
      stability: listUnknowns("stability", stability),
    },
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
