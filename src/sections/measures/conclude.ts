import type { Configuration } from "#contract/configuration.ts";
import type { Advisory } from "#evidence/advisories.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { assessDocumentation } from "#insight/documentation/assess-documentation.ts";
import { assessCognitiveLoad } from "#insight/cognitive-load/assess-cognitive-load.ts";
import type { JobIndex } from "#insight/jobs/job-index.ts";
import { assessLayers } from "#insight/layers/assess-layers.ts";
import { assessMaintainability } from "#insight/maintainability/assess-maintainability.ts";
import { assessOwnership } from "#insight/ownership/assess-ownership.ts";
import type { DeclaredPromise } from "#insight/ownership/promises.ts";
import { assessSharedRisks } from "#insight/shared-risk/assess-shared-risks.ts";
import { publishedEndsOfLife, type EndOfLife } from "#insight/shared-risk/end-of-life.ts";
import { defaultSharedRiskOptions } from "#insight/shared-risk/options.ts";
import { assessStability } from "#insight/stability/assess-stability.ts";
import { componentDocuments } from "#model/component-documents.ts";
import { codeSizes } from "#model/code-sizes.ts";
import { componentQuarters } from "#model/component-quarters.ts";
import { componentRuntimes } from "#model/component-runtimes.ts";
import { declaredUses } from "#model/declared-uses.ts";
import { lockedAt, lockedUses } from "#model/locked-uses.ts";
import { means } from "#model/configuration.ts";
import { humanDays, seenUntil } from "#model/human-days.ts";
import type { IndicatorSources } from "#insight/signals/readings/indicator-sources.ts";
import type { Capability, Organisation } from "#model/organisation.ts";
import type { Problem } from "#evidence/problem.ts";

export interface MeasuresInput {
  readonly configuration: Pick<Configuration, "deprecations" | "runtimes">;
  readonly advisories: readonly Advisory[] | null;
  readonly jobs: JobIndex;
  readonly organisation: Organisation;
  readonly repositories: readonly RepositoryEvidence[];
}

/** What the decision rests on besides adoption, duplication, jobs and delivery. */
export interface Measures extends Pick<
  IndicatorSources,
  | "documentation"
  | "stability"
  | "ownership"
  | "sharedRisks"
  | "maintainability"
  | "cognitiveLoad"
  | "layers"
> {
  /** What is configured and names nothing. */
  readonly problems: readonly Problem[];
}

export function concludeMeasures(input: MeasuresInput): Measures {
  const { organisation, repositories, configuration } = input;
  const { components, capabilities, asOf } = organisation;
  const until = seenUntil(repositories, asOf);
  const sizes = codeSizes(components, repositories);
  const runtimes = componentRuntimes(components, repositories);
  const locked = lockedUses(components, repositories);
  const documents = componentDocuments(components, repositories, asOf);
  return {
    documentation: assessDocumentation(capabilities, documents),
    stability: assessStability(organisation),
    ownership: assessOwnership({
      organisation,
      documents,
      days: humanDays(components, repositories),
      until,
      declared: declaredPromises(configuration.deprecations, capabilities),
    }),
    sharedRisks: assessSharedRisks(
      {
        organisation,
        runtimes,
        locked: lockedAt(locked, asOf),
        declared: lockedAt(declaredUses(components, repositories), asOf),
        advisories: input.advisories,
      },
      {
        ...defaultSharedRiskOptions,
        endsOfLife: [...publishedEndsOfLife, ...declaredEnds(configuration.runtimes)],
      },
    ),
    cognitiveLoad: assessCognitiveLoad({
      organisation,
      jobs: input.jobs,
      sizes,
      runtimes,
      locked,
    }),
    layers: assessLayers(organisation, sizes),
    maintainability: assessMaintainability({
      organisation,
      quarters: componentQuarters(components, repositories),
      locked,
      until,
    }),
    problems: configuration.deprecations
      .filter(({ capability }) => !capabilities.some((one) => isMeant(capability, one)))
      .map(({ capability }) => ({
        code: "idle-deprecation",
        where: "fulcrum.yaml",
        text: `deprecations name ${capability}, which is no capability that was found`,
        needs: "Its id or name, as `fulcrum capabilities --all` lists it.",
      })),
  };
}

function declaredEnds(runtimes: Configuration["runtimes"]): EndOfLife[] {
  return runtimes.map(({ runtime, cycle, endOfLife }) => ({
    runtime,
    cycle,
    day: endOfLife,
    source: "fulcrum.yaml",
  }));
}

function isMeant(wanted: string, { id, name, packages }: Capability): boolean {
  return means(wanted, id, name, ...packages);
}

/** The day named is the last on which it may be there. */
function declaredPromises(
  deprecations: Configuration["deprecations"],
  capabilities: readonly Capability[],
): DeclaredPromise[] {
  return deprecations.flatMap(({ capability: wanted, removal, text }) =>
    capabilities
      .filter((one) => isMeant(wanted, one))
      .map(({ id }) => ({
        capabilityId: id,
        by: Date.parse(`${removal}T00:00:00Z`) / 1000 + 86_400,
        text,
      })),
  );
}
