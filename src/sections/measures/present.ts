import type { UnknownEntry } from "#contract/primitives.ts";
import type { Report } from "../report.ts";
import type { Measures } from "./conclude.ts";
import type { EvidenceList } from "../evidence-list.ts";
import { mapDocumentation } from "../documentation/present.ts";
import { mapCognitiveLoad } from "../cognitive-load/present.ts";
import { mapLayers } from "../layers/present.ts";
import { mapMaintainability } from "../maintainability/present.ts";
import { mapOwnership } from "../ownership/present.ts";
import { mapSharedRisks } from "../shared-risks/present.ts";
import { mapStability } from "../stability/present.ts";
import { listUnknowns, unknownEntries } from "../unknown-entries.ts";

type MeasureName =
  | "documentation"
  | "stability"
  | "ownership"
  | "sharedRisks"
  | "maintainability"
  | "cognitiveLoad"
  | "layers";

export interface MappedMeasures {
  readonly report: Pick<Report, MeasureName>;
  readonly counts: Readonly<Record<MeasureName, number>>;
  readonly coverage: Readonly<Record<MeasureName, number | null>>;
  readonly unknown: Readonly<Record<MeasureName, readonly UnknownEntry[]>>;
}

export function mapMeasures(measures: Measures, evidence: EvidenceList): MappedMeasures {
  const {
    documentation,
    stability,
    ownership,
    sharedRisks,
    maintainability,
    cognitiveLoad,
    layers,
  } = measures;
  const scored = documentation.filter((one) => one.score !== null).length;
  const released = stability.filter((one) => one.releasesCount > 0).length;
  const unowned = ownership.shares.find(({ kind }) => kind === "unowned");
  const judged = unowned?.denominator ?? 0;
  const [whole] = maintainability.scopes;
  const changed = (whole?.quarters ?? []).reduce((sum, one) => sum + one.throughput, 0);
  return {
    report: {
      documentation: documentation.map((one) => mapDocumentation(one, evidence)),
      stability: stability.map((one) => mapStability(one, evidence)),
      ownership: mapOwnership(ownership, evidence),
      sharedRisks: mapSharedRisks(sharedRisks, evidence),
      maintainability: mapMaintainability(maintainability, evidence),
      cognitiveLoad: cognitiveLoad.map(mapCognitiveLoad),
      layers: mapLayers(layers, evidence),
    },
    counts: {
      documentation: scored,
      stability: released,
      ownership: judged,
      sharedRisks: sharedRisks.componentsLocked,
      maintainability: changed,
      cognitiveLoad: cognitiveLoad.length,
      layers: layers.inUseCount,
    },
    coverage: {
      documentation: ratio(scored, documentation.length),
      stability: ratio(released, stability.length),
      ownership: unowned === undefined ? null : 1 - (ratio(unowned.numerator, judged) ?? 1),
      sharedRisks: ratio(sharedRisks.componentsLocked, judged),
      cognitiveLoad: unowned === undefined ? null : 1 - (ratio(unowned.numerator, judged) ?? 1),
      layers: ratio(layers.layers.filter((one) => one.thin !== null).length, layers.layers.length),
      maintainability: ratio(
        maintainability.scopes.filter(({ kind }) => kind === "component").length,
        judged,
      ),
    },
    unknown: {
      documentation: listUnknowns("documentation", documentation),
      stability: listUnknowns("stability", stability),
      ownership: unknownEntries("/ownership", ownership.unknown),
      cognitiveLoad: listUnknowns("cognitiveLoad", cognitiveLoad),
      layers: unknownEntries("/layers", layers.unknown),
      maintainability: unknownEntries("/maintainability", maintainability.unknown),
      sharedRisks: [
        ...unknownEntries("/sharedRisks", sharedRisks.unknown),
        ...sharedRisks.risks.flatMap((one, index) => (one.share === null ? [noOwner(index)] : [])),
      ],
    },
  };
}

function noOwner(index: number): UnknownEntry {
  return {
    pointer: `/sharedRisks/risks/${String(index)}/share`,
    code: "no-owner",
    reason: "no owner of a component that could be judged is known",
    needs: "a CODEOWNERS file, or a catalogue",
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(1, part / whole);
}
