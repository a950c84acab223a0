import type { EvidenceItem } from "#contract/primitives.ts";
import type { ReportCapability } from "../capabilities/schema.ts";
import type { ReportComponent } from "../components/schema.ts";
import type { ReportConsumption } from "../consumptions/schema.ts";
import type { ReportChange } from "./schema.ts";

/** The parts of a report that tell why something changed. */
export interface Comparable {
  readonly schemaVersion: unknown;
  readonly tool: { readonly version: string };
  readonly components: readonly ReportComponent[];
  readonly capabilities: readonly ReportCapability[];
  readonly consumptions: readonly ReportConsumption[];
  readonly evidence: readonly EvidenceItem[];
}

/** What the comparison of each section needs to know of both reports. */
export class Comparison {
  /** Why a figure differs where nobody corrected anything. */
  readonly computed: ReportChange["because"];
  /** Capabilities that a use was added to or taken from by a correction made or withdrawn since. */
  readonly correctedCapabilityIds: ReadonlySet<string>;

  private readonly correctedEvidence: ReadonlySet<string>;
  private readonly correctedComponents: ReadonlySet<string>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly held: ReadonlySet<string>;

  constructor(before: Comparable, after: Comparable) {
    const isSameTool =
      before.tool.version === after.tool.version && before.schemaVersion === after.schemaVersion;
    this.computed = isSameTool ? "evidence" : "definition";
    this.correctedEvidence = inOneOnly(correctionsOf(before), correctionsOf(after));
    this.correctedComponents = new Set(
      [...before.components, ...after.components]
        .filter(({ evidenceIds }) => evidenceIds.some((id) => this.correctedEvidence.has(id)))
        .map(({ id }) => id),
    );
    this.names = new Map(
      [before, after].flatMap(({ components, capabilities }) =>
        [...components, ...capabilities].map(({ id, name }) => [id, name] as const),
      ),
    );
    this.held = new Set(after.evidence.map(({ id }) => id));
    const kept = inOneOnly(idsOf(before.consumptions), idsOf(after.consumptions));
    this.correctedCapabilityIds = new Set(
      [...before.consumptions, ...after.consumptions]
        .filter((one) => kept.has(one.id) && this.isCorrected(one))
        .map(({ capabilityId }) => capabilityId),
    );
  }

  /** Whether a correction made or withdrawn since speaks of this use. */
  isCorrected(use: Pick<ReportConsumption, "evidenceIds" | "consumerComponentId">): boolean {
    return (
      use.evidenceIds.some((id) => this.correctedEvidence.has(id)) ||
      this.correctedComponents.has(use.consumerComponentId)
    );
  }

  /** Name of a component or capability of either report, as the newer one has it. */
  nameOf(id: string): string {
    return this.names.get(id) ?? id;
  }

  /** The first of the facts that the newer report still holds. */
  factsOf(evidenceIds: readonly string[], most = 3): string[] {
    return evidenceIds.filter((id) => this.held.has(id)).slice(0, most);
  }
}

/** Evidence of corrections of uses. */
function correctionsOf({ evidence }: Comparable): ReadonlySet<string> {
  return new Set(
    evidence
      .filter(({ source, text }) => source === "correction" && text.startsWith("use "))
      .map(({ id }) => id),
  );
}

function idsOf(list: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}

function inOneOnly(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([
    ...[...one].filter((id) => !other.has(id)),
    ...[...other].filter((id) => !one.has(id)),
  ]);
}
