import type { ConfiguredDeclared } from "#contract/configuration-declared.ts";
import type { DemandRequest, Declared } from "#evidence/declared.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import type { Classification } from "#insight/classification/result.ts";
import { assessDecisions, type DecisionsResult } from "#insight/decisions/assess-decisions.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import type { DocumentationResult } from "#insight/documentation/result.ts";
import type { RankedClass } from "#insight/duplication/between-owners.ts";
import { assessExperience } from "#insight/experience/assess-experience.ts";
import type { PublishedAnswers } from "#insight/experience/disclosure.ts";
import type { ExperienceResult } from "#insight/experience/result.ts";
import { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import type { JobResult } from "#insight/jobs/result.ts";
import { buildNext } from "#insight/lenses/build-next.ts";
import { enableNext } from "#insight/lenses/enable-next.ts";
import type { LensItem } from "#insight/lenses/lens-item.ts";
import { assessMaturity, type AspectResult } from "#insight/maturity/assess-maturity.ts";
import { assessOutcomes, type OutcomesResult } from "#insight/outcomes/assess-outcomes.ts";
import { assessRoles, type RoleResult } from "#insight/roles/assess-roles.ts";
import type { Organisation } from "#model/organisation.ts";
import { maturityFacts } from "./maturity-facts.ts";
import type { Problem } from "#evidence/problem.ts";
import type { PlacedStatus } from "#insight/reliability/result.ts";

export interface DeclaredInput {
  readonly organisation: Organisation;
  readonly repositories: readonly RepositoryEvidence[];
  readonly classifications: readonly Classification[];
  readonly adoption: readonly AdoptionResult[];
  readonly jobs: readonly JobResult[];
  readonly documentation: readonly DocumentationResult[];
  /** Null: code was not compared. */
  readonly clones: readonly RankedClass[] | null;
  readonly delivery: readonly DeliveryResult[];
  readonly reliability: readonly PlacedStatus[];
  readonly declared: Declared;
  readonly configuration: ConfiguredDeclared;
  readonly suppressBelow: number;
  /** What the last report said of surveys; null: there is none. */
  readonly published: PublishedAnswers | null;
  /** Null where effort cannot be told. */
  readonly platformTeamsCount: number | null;
}

/** Sections that rest on what people say, beside what is observed. */
export interface DeclaredConclusions {
  readonly facts: DeclaredFacts;
  /** Null: none were fed in. */
  readonly requests: readonly DemandRequest[] | null;
  readonly experience: ExperienceResult;
  readonly outcomes: OutcomesResult;
  readonly roles: readonly RoleResult[];
  readonly maturity: readonly AspectResult[];
  readonly decisions: DecisionsResult;
  readonly lenses: {
    readonly platform: readonly LensItem[];
    readonly products: readonly {
      readonly componentId: string;
      readonly items: readonly LensItem[];
    }[];
  };
}

/** Outcomes of components that nobody knows: kept out of every figure, and listed. */
export function unmatchedOutcomes({ unmatched }: OutcomesResult): Problem[] {
  return unmatched.map(({ component, file, line }) => ({
    source: "outcomes",
    code: "unknown-component",
    where: `${file}:${String(line)}`,
    text: `no component is called "${component}"`,
    needs: "Write its name or id as the report has it, or clone its repository into the folder.",
  }));
}

export function concludeDeclared(input: DeclaredInput): DeclaredConclusions {
  const { organisation, adoption, declared, configuration } = input;
  const { components, capabilities, asOf } = organisation;
  const facts = new DeclaredFacts(declared.answers);
  const { surveys, invited, requests } = declared;
  const experience = assessExperience(
    { organisation, adoption, surveys, invited, requests, published: input.published },
    input.suppressBelow,
  );
  const outcomes = assessOutcomes(declared.outcomes, components, asOf);
  const products = input.classifications.filter((one) => one.class === "product");
  const componentOf = new Map(components.map((one) => [one.id, one]));
  return {
    facts,
    requests,
    experience,
    outcomes,
    roles: assessRoles(facts),
    maturity: assessMaturity(
      maturityFacts({
        ...input,
        experience,
        facts,
        goalsCount: configuration.goals.length,
        outcomesCount: outcomes.series.length,
      }),
      facts,
    ),
    decisions: assessDecisions(input.repositories, capabilities, configuration.goals),
    lenses: {
      platform: enableNext({ ...input, ...organisation, requests }),
      products: products.flatMap(({ componentId }) => {
        const component = componentOf.get(componentId);
        if (component === undefined) return [];
        const series = outcomes.series;
        const items = buildNext({
          component,
          capabilities,
          adoption,
          outcomes: series,
          requests,
          asOf,
        });
        return items.length === 0 ? [] : [{ componentId, items }];
      }),
    },
  };
}
