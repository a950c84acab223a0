import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Component } from "#model/organisation.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";
import type { InspectedRepository } from "../reading/inspect-repositories.ts";

export interface DuplicationInput {
  readonly repositories: readonly InspectedRepository[];
  readonly evidence: readonly RepositoryEvidence[];
  readonly components: readonly Component[];
  readonly organisation: string;
  /** Seconds, UTC. */
  readonly asOf: number;
  /** Whether the trees of earlier quarters are compared as well. */
  readonly withTrend: boolean;
  readonly jobs: number;
  /** Where tokens are kept between runs; null: nowhere. */
  readonly cache: EvidenceStore | null;
}
