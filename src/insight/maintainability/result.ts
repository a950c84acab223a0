import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { MaintainabilityMeasure, MaintainabilityScopeKind } from "#vocabulary/measures.ts";

/** Of one scope in one complete quarter; null: too little to say. */
export interface MaintainabilityQuarter {
  readonly from: number;
  readonly to: number;
  /** Commits of mainlines with human work. */
  readonly commitsCount: number;
  /** File changes that came within 21 days of the one before ÷ file changes. */
  readonly reworkShare: number | null;
  readonly fileChangesCount: number;
  /** Lines added that were gone 21 days later ÷ lines added, of the changes drawn. */
  readonly churnShare: number | null;
  readonly sampledCount: number;
  /** Mean age of the oldest newer version that the organisation had at the quarter's end, in years, over locked packages. */
  readonly dependencyLagYears: number | null;
  readonly lockedCount: number;
  /** Median lines of the files changed most often. */
  readonly hotFileLines: number | null;
}

export interface MaintainabilityTrend {
  readonly measure: MaintainabilityMeasure;
  /** Theil–Sen slope a year, in the measure's unit, with its 95 % interval. */
  readonly perYear: number;
  readonly low: number;
  readonly high: number;
  /** Slope ÷ mean of the quarters; null where the mean is below a floor: twice next to nothing is next to nothing. */
  readonly relativePerYear: number | null;
  readonly n: number;
}

export interface MaintainabilityScope {
  readonly kind: MaintainabilityScopeKind;
  readonly id: string;
  /** Components left out of the sums, for their clones end before the newest quarter does; absent: none. */
  readonly olderClonesCount?: number;
  readonly quarters: readonly MaintainabilityQuarter[];
  /** Those with enough quarters. */
  readonly trends: readonly MaintainabilityTrend[];
  /** What was counted, one for each folder and repository: never commits of persons. */
  readonly evidence: readonly EvidenceRef[];
}

export interface MaintainabilityResult {
  /** The organisation first, then teams and components by id: never ranked. */
  readonly scopes: readonly MaintainabilityScope[];
  readonly unknown: readonly Unknown[];
}
