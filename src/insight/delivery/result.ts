import type { Unknown } from "#evidence/unknown.ts";
import type { Deployment, DeploymentSeries } from "#model/deployments.ts";
import type { BenchmarkBand } from "./benchmark.ts";
import type { LeadTimes } from "./lead-time.ts";
import type { StageTime } from "./stages.ts";
import type { XmrChart } from "./xmr.ts";
import type { DeploymentOutcome, LinkGrade, Remedy } from "#vocabulary/delivery.ts";

/** Share with its 95 % Wilson interval. */
export interface Rate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly numerator: number;
  readonly denominator: number;
}

export interface GradeCount {
  readonly grade: LinkGrade;
  readonly numerator: number;
  readonly denominator: number;
  /** Time-only: links that chance alone would make. */
  readonly byChance: number | null;
}

/** The share of deployments that failed as another way of linking incidents would have it. */
export interface Linking {
  /** Seconds from a deployment within which an incident may be linked to it by time. */
  readonly within: number;
  readonly explicitOnly: number;
  /** The headline's way: explicit and remediated. */
  readonly linked: number;
  /** And the time-only links beyond those that chance would make. */
  readonly withExcess: number;
  readonly withTimeOnly: number;
}

/** How long a linked incident lasted; `deployment`: index in the series. */
export interface Spell {
  readonly deployment: number;
  readonly length: number;
  readonly isOver: boolean;
}

export interface Failures {
  readonly changeFailRate:
    | (Rate & {
        readonly byGrade: readonly GradeCount[];
        readonly sensitivity: readonly Linking[];
        /** Incidents of the window that belong to no deployment. */
        readonly unlinkedCount: number;
      })
    | null;
  /** Seconds from the start of a linked incident to its end; unresolved ones are censored. */
  readonly recovery: {
    readonly p50: number | null;
    readonly n: number;
    readonly unresolvedCount: number;
  } | null;
  readonly reworkRate: Rate | null;
  readonly unknown: readonly Unknown[];
  /** Deployments with an explicit or remediated incident: index in the series. */
  readonly failed: ReadonlySet<number>;
  /** Deployments that rates are about: made, in the window and not pending. */
  readonly settled: ReadonlySet<number>;
  readonly rework: ReadonlySet<number>;
  readonly spells: readonly Spell[];
}

export interface DeliveryPoint {
  readonly deployment: Deployment;
  readonly outcome: DeploymentOutcome;
  /** Median over the commits of people that it brought, by committer date; null where it brought none or they are not known. */
  readonly leadTime: number | null;
  readonly commitsCount: number | null;
  /** How it puts something right, as git says. */
  readonly remedy: Remedy | null;
}

export interface DeliveryResult {
  readonly series: DeploymentSeries;
  readonly window: { readonly from: number; readonly to: number };
  readonly totalCount: number;
  readonly windowCount: number;
  readonly pendingCount: number;
  readonly rollbackCount: number;
  /** Deployments that take back what an earlier one brought, or bring a hotfix; null: their commits are not known. */
  readonly revertCount: number | null;
  readonly hotfixCount: number | null;
  /** Over the part of the window in which the series exists; null before one week of it. */
  readonly perWeek: number | null;
  /** Share of weeks of that part with at least one deployment. */
  readonly activeWeeks: number | null;
  readonly leadTimes: LeadTimes;
  readonly stages: readonly StageTime[];
  readonly failures: Failures;
  readonly predictability: {
    readonly ratio: number | null;
    readonly throughput: XmrChart | null;
  } | null;
  readonly benchmark: readonly BenchmarkBand[];
  readonly points: readonly DeliveryPoint[];
  readonly first: Deployment | null;
  readonly last: Deployment | null;
  readonly unknown: readonly Unknown[];
}
