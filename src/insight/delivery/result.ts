import type { Unknown } from "#evidence/unknown.ts";
import type { Deployment, DeploymentSeries } from "#model/deployments.ts";
import type { BenchmarkBand } from "./benchmark.ts";
import type { LeadTimes } from "./lead-time.ts";
import type { LinkGrade } from "./link-incidents.ts";
import type { XmrChart } from "./xmr.ts";

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

export interface Failures {
  readonly changeFailRate: (Rate & { readonly byGrade: readonly GradeCount[] }) | null;
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
}

export type Outcome = "unknown" | "pending" | "ok" | "failed" | "rollback";

export interface DeliveryPoint {
  readonly deployment: Deployment;
  readonly outcome: Outcome;
  /** Median over the commits of people that it brought, by committer date; null where it brought none or they are not known. */
  readonly leadTime: number | null;
  readonly commitsCount: number | null;
}

export interface DeliveryResult {
  readonly series: DeploymentSeries;
  readonly window: { readonly from: number; readonly to: number };
  readonly totalCount: number;
  readonly windowCount: number;
  readonly pendingCount: number;
  readonly rollbackCount: number;
  /** Over the part of the window in which the series exists; null before one week of it. */
  readonly perWeek: number | null;
  /** Share of weeks of that part with at least one deployment. */
  readonly activeWeeks: number | null;
  readonly leadTimes: LeadTimes;
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
