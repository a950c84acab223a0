import type { DemandRequest } from "#evidence/declared.ts";
import type { Advisory } from "#evidence/advisories.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { LockedUse } from "#model/locked-uses.ts";
import type { Organisation } from "#model/organisation.ts";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import type { CognitiveLoad } from "#insight/cognitive-load/result.ts";
import type { DocumentationResult } from "#insight/documentation/result.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import type { DuplicationFindings } from "#insight/duplication/findings.ts";
import type { ExperienceResult } from "#insight/experience/result.ts";
import type { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import type { JobResult } from "#insight/jobs/result.ts";
import type { LayersResult } from "#insight/layers/result.ts";
import type { MaintainabilityResult } from "#insight/maintainability/result.ts";
import type { OwnershipResult } from "#insight/ownership/result.ts";
import type { PlacedStatus } from "#insight/reliability/result.ts";
import type { SharedRiskResult } from "#insight/shared-risk/result.ts";
import type { StabilityResult } from "#insight/stability/result.ts";

/** What indicators are read from, each under the name of its section; a new measure is one more field. */
export interface IndicatorSources {
  readonly organisation: Organisation;
  readonly repositories: readonly RepositoryEvidence[];
  readonly adoption: readonly AdoptionResult[];
  readonly jobs: readonly JobResult[];
  /** Null: code was not compared. */
  readonly duplication: DuplicationFindings | null;
  readonly reliability: readonly PlacedStatus[];
  readonly documentation: readonly DocumentationResult[];
  readonly stability: readonly StabilityResult[];
  readonly ownership: OwnershipResult;
  readonly sharedRisks: SharedRiskResult;
  readonly maintainability: MaintainabilityResult;
  readonly cognitiveLoad: readonly CognitiveLoad[];
  readonly layers: LayersResult;
  /** What was answered in the interview. */
  readonly facts: DeclaredFacts;
  /** Null: none were fed in. */
  readonly requests: readonly DemandRequest[] | null;
  readonly experience: ExperienceResult;
  /** Share of live components whose owner is known. */
  readonly ownerCoverage: number | null;
  /** Components classed as platform. */
  readonly platformIds: ReadonlySet<string>;
  /** Components classed as product. */
  readonly productIds: ReadonlySet<string>;
  /** Goals of fulcrum.yaml. */
  readonly goalsCount: number;
  readonly goals: readonly {
    readonly name: string;
    readonly target: string | null;
    readonly actual: string | null;
  }[];
  readonly delivery: readonly DeliveryResult[];
  /** Versions that lock files fixed. */
  readonly locked: readonly LockedUse[];
  /** Null: none were given. */
  readonly advisories: readonly Advisory[] | null;
}
