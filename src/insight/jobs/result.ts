import type { Unknown } from "#evidence/unknown.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Keepers } from "#model/keepers.ts";
import type { JobSource } from "#vocabulary/adoption.ts";

/** Names a job in one ecosystem, everywhere. */
export function jobId({ ecosystem, job }: Pick<JobResult, "ecosystem" | "job">): string {
  return `job:${ecosystem}:${job}`;
}

/** How one job is done in one ecosystem, at as-of. */
export interface JobResult {
  readonly job: string;
  readonly title: string;
  readonly definition: string;
  readonly source: JobSource;
  /** Type of the purls: `gem`; `service` for solutions that are called and not installed. */
  readonly ecosystem: string;
  /** Largest share first. */
  readonly solutions: readonly SolutionResult[];
  /** Distinct teams known to own components that use any of them. */
  readonly ownersCount: number;
  /** Whom the shares count, each once: teams, or repositories where most components have no team. */
  readonly keepers: Keepers;
  /** exp(Shannon entropy of the shares), from 1 to the number of solutions; null below the minimum of keepers. */
  readonly effectiveNumber: number | null;
  readonly isFragmented: boolean | null;
  /** Quarter-ends and as-of, oldest first, from the first use on. */
  readonly trend: readonly TrendPoint[];
  /** Capabilities of the organisation that do the job, used or not. */
  readonly platformAnswerIds: readonly string[];
  readonly unknown: readonly Unknown[];
}

export interface SolutionResult {
  /** purl that names the solution; the id of a capability that has no package. */
  readonly package: string;
  /** purls of it that are in use. */
  readonly packages: readonly string[];
  /** The organisation's own capability, where it is one. */
  readonly capabilityId: string | null;
  readonly reason: string | null;
  readonly componentIds: readonly string[];
  /** Teams and persons. */
  readonly ownerIds: readonly string[];
  /** Whom its share counts. */
  readonly keeperIds: readonly string[];
  /** Share of the keepers, each counting once: see docs/insights/jobs.md. Null where none is known. */
  readonly share: number | null;
  readonly evidence: readonly EvidenceRef[];
}

export interface TrendPoint {
  /** Seconds since the epoch, UTC. */
  readonly at: number;
  readonly effectiveNumber: number | null;
  readonly ownersCount: number;
  readonly keepersCount: number;
  readonly shares: readonly { readonly package: string; readonly share: number }[];
}

/** Two packages that look like answers to the same need, from the data alone. A proposal: no job takes it over by itself. */
export interface InferredSubstitute {
  readonly ecosystem: string;
  /** Kind of component in which they were compared: `gem-web-application`; empty where the kind is not known. */
  readonly kind: string;
  readonly packages: readonly [string, string];
  readonly componentCounts: readonly [number, number];
  /** Components that use both. */
  readonly togetherCount: number;
  /** Components that would use both if the two had nothing to do with each other. */
  readonly expectedTogether: number;
  /** Cosine of the packages used beside each, 0 to 1. */
  readonly companyShare: number;
  /** Adjusted for the number of pairs looked at. */
  readonly pValue: number;
  /** Job of each, where the catalogue or the configuration knows it. */
  readonly jobs: readonly [string | null, string | null];
}
