import type { UnknownEntry } from "#contract/primitives.ts";
import type { Report } from "#contract/report.ts";
import type { Measures } from "../decision/conclude-measures.ts";
import type { EvidenceList } from "./evidence-list.ts";
import { mapDocumentation } from "./map-documentation.ts";
import { mapOwnership } from "./map-ownership.ts";
import { mapStability } from "./map-stability.ts";
import { listUnknowns, unknownEntries } from "./unknown-entries.ts";

type MeasureName = "documentation" | "stability" | "ownership";

export interface MappedMeasures {
  readonly report: Pick<Report, MeasureName>;
  readonly counts: Readonly<Record<MeasureName, number>>;
  readonly coverage: Readonly<Record<MeasureName, number | null>>;
  readonly unknown: Readonly<Record<MeasureName, readonly UnknownEntry[]>>;
}

export function mapMeasures(measures: Measures, evidence: EvidenceList): MappedMeasures {
  const { documentation, stability, ownership } = measures;
  const scored = documentation.filter((one) => one.score !== null).length;
  const released = stability.filter((one) => one.releasesCount > 0).length;
  const unowned = ownership.shares.find(({ kind }) => kind === "unowned");
  const judged = unowned?.denominator ?? 0;
  return {
    report: {
      documentation: documentation.map((one) => mapDocumentation(one, evidence)),
      stability: stability.map((one) => mapStability(one, evidence)),
      ownership: mapOwnership(ownership, evidence),
    },
    counts: { documentation: scored, stability: released, ownership: judged },
    coverage: {
      documentation: ratio(scored, documentation.length),
      stability: ratio(released, stability.length),
      ownership: unowned === undefined ? null : 1 - (ratio(unowned.numerator, judged) ?? 1),
    },
    unknown: {
      documentation: listUnknowns("documentation", documentation),
      stability: listUnknowns("stability", stability),
      ownership: unknownEntries("/ownership", ownership.unknown),
    },
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
