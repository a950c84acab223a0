import type { DocumentationResult } from "#insight/documentation/result.ts";
import type {
  MaintainabilityQuarter,
  MaintainabilityResult,
} from "#insight/maintainability/result.ts";
import type { OwnershipResult, PromisedDeprecation } from "#insight/ownership/result.ts";
import type { SharedRiskResult } from "#insight/shared-risk/result.ts";
import { assessStability } from "#insight/stability/assess-stability.ts";
import type { Random } from "#kernel/stats-resample.ts";
import { theilSen } from "#kernel/stats-summary.ts";
import type { Organisation } from "#model/organisation.ts";
import type { IndicatorSources } from "#insight/signals/readings/indicator-sources.ts";
import { binomial, chance, normal } from "./draw.ts";
import type { Truth } from "./truth.ts";
import type { SharedRiskKind } from "#vocabulary/measures.ts";

type Measures = Pick<
  IndicatorSources,
  | "documentation"
  | "stability"
  | "ownership"
  | "sharedRisks"
  | "layers"
  | "maintainability"
  | "cognitiveLoad"
>;

/** What measures would say: drawn from the truth where the model alone does not give them. */
export function measuresOf(truth: Truth, organisation: Organisation, random: Random): Measures {
  return {
    documentation: organisation.capabilities.map(({ id }) => documentation(id, truth, random)),
    stability: assessStability(organisation),
    ownership: ownership(truth, organisation, random),
    sharedRisks: sharedRisks(truth, organisation, random),
    layers: {
      layers: [],
      chains: [],
      inUseCount: organisation.capabilities.length,
      chainedCount: 0,
      deepestCount: 0,
      unknown: [],
    },
    maintainability: maintainability(truth, organisation, random),
    cognitiveLoad: [],
  };
}

function documentation(capabilityId: string, truth: Truth, random: Random): DocumentationResult {
  return {
    capabilityId,
    score: Math.min(1, Math.max(0, normal(random, truth.documentation, 0.12))),
    n: 10,
    parts: [],
    documentsCount: 1,
    linksCount: 0,
    deadLinks: [],
    lastDocumentChangeAt: null,
    lastCodeChangeAt: null,
    unknown: [],
  };
}

function ownership(truth: Truth, organisation: Organisation, random: Random): OwnershipResult {
  const promises = Array.from(
    { length: 3 + Math.floor(random() * 8) },
    (): PromisedDeprecation => ({
      componentId: null,
      capabilityId: null,
      text: "will go",
      by: organisation.asOf - 86_400,
      version: null,
      state: chance(random, truth.overdue) ? "past" : "kept",
      because: "drawn",
      evidence: [],
    }),
  );
  const usersOf = (id: string): number =>
    organisation.consumptions.filter((one) => one.capabilityId === id).length;
  const many = organisation.capabilities.filter(({ id }) => usersOf(id) >= 5).length;
  return {
    shares: [
      {
        kind: "maintenance-gap",
        numerator: binomial(random, many, truth.maintenanceGap),
        denominator: many,
      },
    ],
    findings: [],
    promises,
    unknown: [],
  };
}

/** Five runtimes and ten advisories; the first of each hits at the planted rate, the others at a twentieth. */
function sharedRisks(truth: Truth, organisation: Organisation, random: Random): SharedRiskResult {
  const owners = organisation.teams.map((one) => one.id);
  const draw = (kind: SharedRiskKind, index: number, rate: number) => {
    const ownerIds = owners.filter(() => chance(random, index === 0 ? rate : 0.05));
    return {
      id: `${kind}:${String(index)}`,
      kind,
      title: kind,
      subject: kind,
      componentIds: ownerIds,
      ownerIds,
      share: owners.length === 0 ? null : ownerIds.length / owners.length,
      ownersJudged: owners.length,
      versions: [],
      since: null,
      remedy: { text: "", capabilityId: null, reach: 0 },
      evidence: [],
    };
  };
  const risks = [
    ...Array.from({ length: 5 }, (_, index) => draw("runtime", index, truth.runtime)),
    ...Array.from({ length: 10 }, (_, index) => draw("advisory", index, truth.advisory)),
  ].filter((one) => one.ownerIds.length >= 2);
  return {
    risks,
    runtimesJudged: organisation.components.length,
    componentsLocked: organisation.components.length,
    componentsJudged: organisation.components.length,
    advisoriesCount: 10,
    ending: [],
    unknownCycles: [],
    unorderedVersions: [],
    unknown: [],
  };
}

const quartersCount = 12;

/** Twelve noisy quarters around a trend; throughput rises, so that growth counts. */
function maintainability(
  truth: Truth,
  organisation: Organisation,
  random: Random,
): MaintainabilityResult {
  const series = (mean: number, noise: number, growth: number): number[] =>
    Array.from({ length: quartersCount }, (_, quarter) => {
      const years = (quarter - (quartersCount - 1) / 2) / 4;
      return Math.max(0, mean * (1 + growth * years) * (1 + normal(random, 0, noise)));
    });
  const throughput = series(400, 0.15, 0.1);
  const rework = series(0.25, 0.1, truth.growth);
  const churn = series(0.12, 0.2, truth.growth);
  const lag = series(1.2, 0.1, truth.growth);
  const hot = series(300, 0.1, truth.growth);
  const quarter = 365.25 * 86_400 * 0.25;
  const quarters = throughput.map((value, index): MaintainabilityQuarter => ({
    from: organisation.asOf - (quartersCount - index) * quarter,
    to: organisation.asOf - (quartersCount - index - 1) * quarter,
    commitsCount: value,
    reworkShare: rework[index] ?? null,
    fileChangesCount: 1000,
    churnShare: churn[index] ?? null,
    sampledCount: 200,
    dependencyLagYears: lag[index] ?? null,
    lockedCount: 50,
    hotFileLines: hot[index] ?? null,
  }));
  const trend = (
    measure: "throughput" | "rework" | "churn" | "dependencyLag" | "hotFiles",
    values: readonly number[],
  ) => {
    const perYear =
      (theilSen(
        values.map((_, index) => index),
        values,
      )?.slope ?? 0) * 4;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      measure,
      perYear,
      low: perYear,
      high: perYear,
      relativePerYear: perYear / mean,
      n: values.length,
    };
  };
  const trends = [
    trend("throughput", throughput),
    trend("rework", rework),
    trend("churn", churn),
    trend("dependencyLag", lag),
    trend("hotFiles", hot),
  ];
  return {
    scopes: [
      { kind: "organisation", id: "organisation", quarters, trends, evidence: [] },
      ...organisation.components.map(({ id }) => ({
        kind: "component" as const,
        id,
        quarters: [],
        trends: [],
        evidence: [],
      })),
    ],
    unknown: [],
  };
}
