import type { ConfiguredDeclared } from "#contract/configuration-declared.ts";
import type { ProblemItem } from "#contract/primitives.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import type { Classification } from "#insight/classification/result.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import type { DeliveryRollUp } from "#insight/delivery/roll-up.ts";
import type { DuplicationFindings } from "#insight/duplication/findings.ts";
import type { InferredSubstitute, JobResult } from "#insight/jobs/result.ts";
import type { PlacedStatus } from "#insight/reliability/result.ts";
import type { ValueResult } from "#insight/value/result.ts";
import type { ModelFindings } from "#model/build-organisation.ts";
import type { Organisation } from "#model/organisation.ts";
import type { DeclaredConclusions } from "./declared/conclude.ts";
import type { Decision } from "./decision/conclude.ts";
import type { Measures } from "./measures/conclude.ts";

/** All that was gathered and concluded: what sections are written from. */
export interface Found {
  readonly repositories: readonly RepositoryEvidence[];
  /** Also those that could not be read. */
  readonly foundRepositories: number;
  readonly problems: readonly ProblemItem[];
  readonly findings: ModelFindings;
  readonly organisation: Organisation;
  readonly classifications: readonly Classification[];
  readonly adoption: readonly AdoptionResult[];
  readonly delivery: readonly DeliveryResult[];
  readonly deliveryRollUps: readonly DeliveryRollUp[];
  readonly reliability: readonly PlacedStatus[];
  /** Null: not asked for. */
  readonly duplication: DuplicationFindings | null;
  readonly jobs: readonly JobResult[];
  readonly jobProposals: readonly InferredSubstitute[];
  readonly measures: Measures;
  readonly declared: DeclaredConclusions;
  readonly value: ValueResult;
  readonly goals: ConfiguredDeclared["goals"];
  readonly decision: Decision;
}
