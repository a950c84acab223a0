import type { IncidentEvent } from "#evidence/delivery-events.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import type { Deployment, DeploymentSeries } from "#model/deployments.ts";
import { benchmark } from "./benchmark.ts";
import { assessFailures } from "./failures.ts";
import { leadTimes, tellsOfMerging, type LeadTimes } from "./lead-time.ts";
import type { ContainedCommits } from "./newly-contained.ts";
import { deliveryDefaults, type DeliveryOptions } from "./options.ts";
import { quarterStart } from "./quarters.ts";
import { remedyOf } from "./remedies.ts";
import type { DeliveryPoint, DeliveryResult, Failures } from "./result.ts";
import { stageTimes } from "./stages.ts";
import {
  leadUnknowns,
  notProduction,
  proxyFailures,
  remediesUnknown,
  tooFewWeeks,
  tooShort,
} from "./unknown-reasons.ts";
import { xmrChart } from "./xmr.ts";
import type { Remedy } from "#vocabulary/delivery.ts";

const week = 7 * 86_400;

export interface DeliveryInput {
  readonly asOf: number;
  /** Up to when deployments of a series would have been seen; absent: as-of. */
  readonly untilOf?: (series: DeploymentSeries) => number;
  readonly series: readonly DeploymentSeries[];
  /** Absent: the repository of the series' component was not read, or is not known. */
  readonly contained: ReadonlyMap<DeploymentSeries, ContainedCommits>;
  /** See `StageInput`. */
  readonly stages?: ReadonlyMap<string, number>;
  /** By series: see `serviceIncidents`. */
  readonly incidents: ReadonlyMap<DeploymentSeries, readonly IncidentEvent[]>;
  readonly incidentsSince: number | null;
}

/** How changes reach an environment: the five DORA metrics of each application and environment, and how predictable they are. */
export function assessDelivery(
  input: DeliveryInput,
  options: Partial<DeliveryOptions> = {},
): DeliveryResult[] {
  const all = { ...deliveryDefaults, ...options };
  return input.series.map((series) => assessSeries(series, input, all));
}

function assessSeries(
  series: DeploymentSeries,
  input: DeliveryInput,
  options: DeliveryOptions,
): DeliveryResult {
  const until = Math.min(input.asOf, input.untilOf?.(series) ?? input.asOf);
  const window = { from: until - options.window, to: until };
  const pendingSince = input.asOf - options.pendingFor;
  const { deployments } = series;
  const made = deployments.filter((one) => one.isSuccessful);
  const inWindow = made.filter((one) => one.at >= window.from && one.at < window.to);
  const contained = input.contained.get(series) ?? nothingKnown(deployments.length);
  const lead = leadTimes(deployments, contained, window, {
    ...options,
    isToMerge: series.level === "merge",
  });
  const isProxy = series.level === "release" || series.level === "merge";
  const failures: Failures = isProxy
    ? proxyFailures(series.level)
    : assessFailures(
        {
          deployments,
          incidents: input.incidents.get(series) ?? [],
          signs: contained,
          recordsSince: series.isProduction ? input.incidentsSince : null,
          ...window,
          asOf: input.asOf,
        },
        options,
      );
  const existsFrom = Math.max(window.from, made[0]?.at ?? window.to);
  const weeks = (window.to - existsFrom) / week;
  const perWeek = weeks < 1 ? null : inWindow.length / weeks;
  const byWeek = weeklyCounts(made, window);
  const weeksInWindow = byWeek.filter((one) => one.at >= window.from);
  const isMeasured = contained.isMeasured.some((one) => one === 1);
  const remediesInWindow = (remedy: Remedy): number =>
    deployments.filter(
      (one, index) =>
        one.isSuccessful &&
        one.at >= window.from &&
        one.at < window.to &&
        remedyOf(one, index, contained) === remedy,
    ).length;
  const isCharted = series.isProduction || isProxy;
  const throughput =
    isCharted && byWeek.some((one) => one.value > 0)
      ? xmrChart(byWeek, options.xmrBaselineWeeks, options.xmrMinimumWeeks)
      : null;
  const ratio = isCharted ? ratioOf(lead, options) : null;
  const predictability = throughput === null && ratio === null ? null : { ratio, throughput };
  const measured = {
    perWeek,
    leadTime: lead.committer?.p50 ?? null,
    changeFailRate: failures.changeFailRate?.value ?? null,
    recoveryTime: failures.recovery?.p50 ?? null,
  };
  return {
    series,
    window,
    totalCount: made.length,
    windowCount: inWindow.length,
    pendingCount: inWindow.filter((one) => one.at >= pendingSince).length,
    rollbackCount: inWindow.filter((one) => one.isRollback).length,
    revertCount: isMeasured ? remediesInWindow("revert") : null,
    hotfixCount: isMeasured ? remediesInWindow("hotfix") : null,
    perWeek,
    activeWeeks:
      weeksInWindow.length === 0
        ? null
        : weeksInWindow.filter((one) => one.value > 0).length / weeksInWindow.length,
    leadTimes: lead,
    stages: stageTimes(
      { deployments, contained, times: input.stages ?? noStages, ...window },
      options,
    ).filter(({ stage }) => series.level !== "merge" || stage !== "merge-to-deploy"),
    failures,
    predictability,
    benchmark: series.level === "event" && series.isProduction ? benchmark(measured) : [],
    points: pointsOf(series, contained, failures, { ...window, pendingSince }, options),
    first: made[0] ?? null,
    last: made.at(-1) ?? null,
    unknown: [
      ...(perWeek === null ? [tooShort] : []),
      ...leadUnknowns(lead, isMeasured, series, inWindow.length),
      ...(isMeasured ? [] : remediesUnknown),
      ...failures.unknown,
      ...(predictability === null
        ? [isCharted ? tooFewWeeks(options, byWeek.length) : notProduction]
        : []),
    ],
  };
}

const noStages: ReadonlyMap<string, number> = new Map();

function ratioOf({ committer }: LeadTimes, options: DeliveryOptions): number | null {
  if (committer === null || committer.n < options.predictabilityMinimum || committer.p50 <= 0)
    return null;
  return committer.p85 / committer.p50;
}

/**
 * Whole weeks from Monday to Monday, oldest first, from the quarter in which the window begins: all reports of a quarter share
 * their first weeks, and with them the frozen limits of the chart.
 */
function weeklyCounts(
  made: readonly Deployment[],
  { from, to }: { readonly from: number; readonly to: number },
): { at: number; value: number }[] {
  const start = firstMonday(Math.max(quarterStart(from), made[0]?.at ?? to));
  const count = Math.max(0, Math.floor((to - start) / week));
  const weeks = Array.from({ length: count }, (_, index) => ({
    at: start + index * week,
    value: 0,
  }));
  for (const { at } of made) {
    const found = at < start ? undefined : weeks[Math.floor((at - start) / week)];
    if (found !== undefined) found.value++;
  }
  return weeks;
}

/** 1970 began on a Thursday: its first Monday was the fifth day. */
function firstMonday(at: number): number {
  const epoch = 4 * 86_400;
  return epoch + Math.ceil((at - epoch) / week) * week;
}

function nothingKnown(length: number): ContainedCommits {
  return {
    deployment: new Uint32Array(),
    committedAt: new Float64Array(),
    authoredAt: new Float64Array(),
    isBot: new Uint8Array(),
    isMerge: new Uint8Array(),
    isSquashed: new Uint8Array(),
    mergedAt: new Float64Array(),
    lineIds: "",
    lineDeployment: new Uint32Array(),
    tipCommittedAt: new Float64Array(length).fill(Number.NaN),
    isMeasured: new Uint8Array(length),
    undoes: new Int32Array(length).fill(-1),
    isHotfix: new Uint8Array(length),
  };
}

/** The newest deployments of a production series (or of a proxy), with what became of each. */
function pointsOf(
  series: DeploymentSeries,
  contained: ContainedCommits,
  failures: Failures,
  window: { readonly from: number; readonly to: number; readonly pendingSince: number },
  options: DeliveryOptions,
): DeliveryPoint[] {
  const isProxy = series.level === "release" || series.level === "merge";
  if (!series.isProduction && !isProxy) return [];
  const { deployments } = series;
  const leads = new Map<number, number[]>();
  const counts = new Map<number, number>();
  for (let row = 0; row < contained.deployment.length; row++) {
    const index = contained.deployment[row] ?? 0;
    counts.set(index, (counts.get(index) ?? 0) + 1);
    const lead = (deployments[index]?.at ?? 0) - (contained.committedAt[row] ?? 0);
    if (contained.isBot[row] === 1 || lead < 0) continue;
    const committedAt = contained.committedAt[row] ?? 0;
    if (series.level === "merge" && !tellsOfMerging(contained, row, committedAt)) continue;
    const list = leads.get(index);
    if (list === undefined) leads.set(index, [lead]);
    else list.push(lead);
  }
  return deployments
    .map((deployment, index): DeliveryPoint & { readonly isIn: boolean } => {
      const own = leads.get(index);
      return {
        deployment,
        outcome: outcomeOf(deployment, index, failures, window.pendingSince),
        leadTime: own === undefined ? null : quantileOf(own, 0.5),
        commitsCount: contained.isMeasured[index] === 1 ? (counts.get(index) ?? 0) : null,
        remedy: remedyOf(deployment, index, contained),
        isIn: deployment.at >= window.from && deployment.at < window.to,
      };
    })
    .filter((point) => point.isIn)
    .slice(-(isProxy ? options.mostProxyPoints : options.mostPoints))
    .map(({ isIn: _, ...point }) => point);
}

function outcomeOf(
  deployment: Deployment,
  index: number,
  failures: Failures,
  pendingSince: number,
): DeliveryPoint["outcome"] {
  if (!deployment.isSuccessful || failures.failed.has(index)) return "failed";
  if (deployment.isRollback) return "rollback";
  if (deployment.at >= pendingSince) return "pending";
  return failures.changeFailRate === null ? "unknown" : "ok";
}
