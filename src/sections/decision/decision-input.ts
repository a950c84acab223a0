import type { ConfiguredDecision } from "#contract/configuration-decision.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import type { Classification } from "#insight/classification/result.ts";
import type { JobResult } from "#insight/jobs/result.ts";
import type { Organisation } from "#model/organisation.ts";
import type { DeclaredConclusions } from "../declared/conclude.ts";
import type { Measures } from "../measures/conclude.ts";
import type { StaffingResult } from "#insight/staffing/result.ts";
import type { PlacedStatus } from "#insight/reliability/result.ts";
import type { DuplicationFindings } from "#insight/duplication/findings.ts";

/** All that was found before anything is decided. */
export interface DecisionInput {
  readonly organisation: Organisation;
  readonly repositories: readonly RepositoryEvidence[];
  readonly classifications: readonly Classification[];
  readonly adoption: readonly AdoptionResult[];
  readonly jobs: readonly JobResult[];
  /** Null: code was not compared. */
  readonly duplication: DuplicationFindings | null;
  readonly reliability: readonly PlacedStatus[];
  readonly measures: Measures;
  readonly declared: DeclaredConclusions;
  readonly staffing: StaffingResult;
  readonly goalsCount: number;
  readonly configuration: ConfiguredDecision;
}
