import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { assessDocumentation } from "#insight/documentation/assess-documentation.ts";
import type { DocumentationResult } from "#insight/documentation/result.ts";
import { assessStability } from "#insight/stability/assess-stability.ts";
import type { StabilityResult } from "#insight/stability/result.ts";
import { componentDocuments } from "#model/component-documents.ts";
import type { Organisation } from "#model/organisation.ts";

export interface MeasuresInput {
  readonly organisation: Organisation;
  readonly repositories: readonly RepositoryEvidence[];
}

/** What the decision rests on besides adoption, duplication, jobs and delivery. */
export interface Measures {
  readonly documentation: readonly DocumentationResult[];
  readonly stability: readonly StabilityResult[];
}

export function concludeMeasures({ organisation, repositories }: MeasuresInput): Measures {
  const { components, capabilities, asOf } = organisation;
  const documents = componentDocuments(components, repositories, asOf);
  return {
    documentation: assessDocumentation(capabilities, documents),
    stability: assessStability(organisation),
  };
}
