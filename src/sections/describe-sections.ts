import type { Section, UnknownEntry } from "#contract/primitives.ts";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import type { Organisation } from "#model/organisation.ts";
import { isoTime } from "./evidence-list.ts";
import type { SectionName } from "#vocabulary/report.ts";

export interface SectionInput {
  readonly organisation: Organisation;
  readonly adoption: readonly AdoptionResult[];
  readonly delivery: readonly DeliveryResult[];
  readonly from: number | null;
  readonly counts: Readonly<Record<SectionName, number>>;
  /** Coverage of sections that know their own. */
  readonly coverage: Readonly<Partial<Record<SectionName, number | null>>>;
  readonly foundRepositories: number;
  readonly unknown: Readonly<Partial<Record<SectionName, readonly UnknownEntry[]>>>;
}

/** Window, n, coverage and unknowns of every section. */
export function describeSections(input: SectionInput): Record<SectionName, Section> {
  const { organisation, counts } = input;
  const owned = organisation.components.filter((one) => one.ownerIds.length > 0).length;
  const coverage: Partial<Record<SectionName, number | null>> = {
    repositories: ratio(counts.repositories, input.foundRepositories),
    organisation: ratio(counts.repositories, input.foundRepositories),
    teams: ratio(owned, organisation.components.length),
    components: ratio(counts.repositories, input.foundRepositories),
    capabilities: ratio(
      organisation.capabilities.filter((one) => one.providerComponentId !== null).length,
      organisation.capabilities.length,
    ),
    adoption: ratio(
      input.adoption.filter((one) => one.eligibleCount !== null).length,
      input.adoption.length,
    ),
    delivery: ratio(
      new Set(input.delivery.flatMap(({ series }) => series.componentId ?? [])).size,
      organisation.components.length,
    ),
    ...input.coverage,
  };
  const window = {
    from: input.from === null ? null : isoTime(input.from),
    to: isoTime(organisation.asOf - 1),
  };
  const describe = (name: SectionName): Section => ({
    window,
    n: counts[name],
    coverage: coverage[name] ?? null,
    evidenceIds: [],
    unknown: [...(input.unknown[name] ?? [])],
  });
  return {
    organisation: describe("organisation"),
    repositories: describe("repositories"),
    teams: describe("teams"),
    components: describe("components"),
    capabilities: describe("capabilities"),
    consumptions: describe("consumptions"),
    adoption: describe("adoption"),
    delivery: describe("delivery"),
    reliability: describe("reliability"),
    duplication: describe("duplication"),
    signals: describe("signals"),
    staffing: describe("staffing"),
    sourcing: describe("sourcing"),
    jobs: describe("jobs"),
    documentation: describe("documentation"),
    experience: describe("experience"),
    outcomes: describe("outcomes"),
    interview: describe("interview"),
    roles: describe("roles"),
    maturity: describe("maturity"),
    lenses: describe("lenses"),
    decisions: describe("decisions"),
    goals: describe("goals"),
    value: describe("value"),
    stability: describe("stability"),
    ownership: describe("ownership"),
    sharedRisks: describe("sharedRisks"),
    maintainability: describe("maintainability"),
    cognitiveLoad: describe("cognitiveLoad"),
    layers: describe("layers"),
    problems: describe("problems"),
    changes: describe("changes"),
    blindSpots: describe("blindSpots"),
    evidence: describe("evidence"),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(1, part / whole);
}
