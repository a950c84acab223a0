import type { Unknown } from "#evidence/unknown.ts";
import type { IncidentEvent } from "#evidence/delivery-events.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import type { Deployment, DeploymentSeries } from "#model/deployments.ts";
import { benchmark } from "./benchmark.ts";
import { assessFailures } from "./failures.ts";
import { leadTimes, type LeadTimes } from "./lead-time.ts";
import type { ContainedCommits } from "./newly-contained.ts";
import { deliveryDefaults, type DeliveryOptions } from "./options.ts";
import type { DeliveryPoint, DeliveryResult, Failures } from "./result.ts";
import { xmrChart } from "./xmr.ts";

const week = 7 * 86_400;

export interface DeliveryInput {
  readonly asOf: number;
  readonly series: readonly DeploymentSeries[];
  /** Absent: the repository of the series' component was not read, or is not known. */
  readonly contained: ReadonlyMap<DeploymentSeries, ContainedCommits>;
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
  const window = { from: input.asOf - options.window, to: input.asOf };
  const { deployments } = series;
  const made = deployments.filter((one) => one.isSuccessful);
  const inWindow = made.filter((one) => one.at >= window.from);
  const contained = input.contained.get(series) ?? nothingKnown(deployments.length);
  const lead = leadTimes(deployments, contained, window, options);
  const isProxy = series.level === "release" || series.level === "merge";
  const failures: Failures = isProxy
    ? proxyFailures(series.level)
    : assessFailures(
        {
          deployments,
          incidents: input.incidents.get(series) ?? [],
          recordsSince: series.isProduction ? input.incidentsSince : null,
          ...window,
        },
        options,
      );
  const existsFrom = Math.max(window.from, made[0]?.at ?? window.to);
  const weeks = (window.to - existsFrom) / week;
  const perWeek = weeks < 1 ? null : inWindow.length / weeks;
  const byWeek = weeklyCounts(inWindow, existsFrom, window.to);
  const isCharted = series.isProduction || isProxy;
  const throughput = isCharted
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
    pendingCount: inWindow.filter((one) => one.at >= window.to - options.pendingFor).length,
    rollbackCount: inWindow.filter((one) => one.isRollback).length,
    perWeek,
    activeWeeks:
      byWeek.length === 0 ? null : byWeek.filter((one) => one.value > 0).length / byWeek.length,
    leadTimes: lead,
    failures,
    predictability,
    benchmark: series.level === "event" && series.isProduction ? benchmark(measured) : [],
    points: pointsOf(series, contained, failures, window, options),
    first: made[0] ?? null,
    last: made.at(-1) ?? null,
    unknown: [
      ...(perWeek === null ? [tooShort] : []),
      ...leadUnknowns(lead, contained, series, inWindow.length),
      ...failures.unknown,
      ...(predictability === null ? [isCharted ? tooFewWeeks(options) : notProduction] : []),
    ],
  };
}

const tooShort: Unknown = {
  field: "perWeek",
  code: "too-short",
  reason: "less than a week lies between the first deployment and the day of the report",
  needs: "a week of deployments",
};

const notProduction: Unknown = {
  field: "predictability",
  code: "not-production",
  reason: "predictability is asked of production only",
  needs: "its name among the production environments in fulcrum.yaml, if it is one",
};

function tooFewWeeks({ xmrMinimumWeeks, predictabilityMinimum }: DeliveryOptions): Unknown {
  return {
    field: "predictability",
    code: "too-few",
    reason: `fewer than ${String(xmrMinimumWeeks)} whole weeks and fewer than ${String(predictabilityMinimum)} lead times`,
    needs: "more deployments in the window",
  };
}

function leadUnknowns(
  lead: LeadTimes,
  contained: ContainedCommits,
  { componentId }: DeploymentSeries,
  windowCount: number,
): Unknown[] {
  if (lead.committer !== null && lead.author !== null) return [];
  const isMatched = contained.isMeasured.some((one) => one === 1);
  const [code, reason, needs] =
    componentId === null
      ? [
          "no-component",
          "no component of that name was read",
          "a clone of its repository, or its name under deployments in fulcrum.yaml",
        ]
      : windowCount === 0
        ? ["no-deployments", "it was not deployed in the window", "deployments in the window"]
        : isMatched
          ? [
              "too-few",
              "too few commits of people were newly deployed in the window",
              "more deployments in the window",
            ]
          : [
              "versions-unmatched",
              "no two deployed versions in a row are tags or commits of its repository",
              "tags named like the deployed versions, fetched with the clone",
            ];
  return [{ field: "leadTimeSeconds", code: code ?? "", reason: reason ?? "", needs: needs ?? "" }];
}

function proxyFailures(level: string): Failures {
  const unknown = ["changeFailRate", "recoverySeconds", "reworkRate"].map((field) => ({
    field,
    code: "proxy",
    reason: `a ${level} is no deployment, so nothing can be said to have failed by it`,
    needs: "deployment events, or the repository that holds deployment state",
  }));
  return { changeFailRate: null, recovery: null, reworkRate: null, unknown, failed: new Set() };
}

function ratioOf({ committer }: LeadTimes, options: DeliveryOptions): number | null {
  if (committer === null || committer.n < options.predictabilityMinimum || committer.p50 <= 0)
    return null;
  return committer.p85 / committer.p50;
}

/** Whole weeks that end at as-of, oldest first. */
function weeklyCounts(
  deployments: readonly Deployment[],
  from: number,
  to: number,
): { at: number; value: number }[] {
  const count = Math.max(0, Math.floor((to - from) / week));
  const weeks = Array.from({ length: count }, (_, index) => ({
    at: to - (count - index) * week,
    value: 0,
  }));
  for (const { at } of deployments) {
    const found = weeks[count - 1 - Math.floor((to - 1 - at) / week)];
    if (found !== undefined) found.value++;
  }
  return weeks;
}

function nothingKnown(length: number): ContainedCommits {
  return {
    deployment: new Uint32Array(),
    committedAt: new Float64Array(),
    authoredAt: new Float64Array(),
    isBot: new Uint8Array(),
    isMerge: new Uint8Array(),
    tipCommittedAt: new Float64Array(length).fill(Number.NaN),
    isMeasured: new Uint8Array(length),
  };
}

/** The newest deployments of a production series (or of a proxy), with what became of each. */
function pointsOf(
  series: DeploymentSeries,
  contained: ContainedCommits,
  failures: Failures,
  window: { readonly from: number; readonly to: number },
  options: DeliveryOptions,
): DeliveryPoint[] {
  if (!series.isProduction) return [];
  const { deployments } = series;
  const leads = new Map<number, number[]>();
  const counts = new Map<number, number>();
  for (let row = 0; row < contained.deployment.length; row++) {
    const index = contained.deployment[row] ?? 0;
    counts.set(index, (counts.get(index) ?? 0) + 1);
    const lead = (deployments[index]?.at ?? 0) - (contained.committedAt[row] ?? 0);
    if (contained.isBot[row] === 1 || lead < 0) continue;
    const list = leads.get(index);
    if (list === undefined) leads.set(index, [lead]);
    else list.push(lead);
  }
  return deployments
    .map((deployment, index): DeliveryPoint & { readonly isIn: boolean } => {
      const own = leads.get(index);
      return {
        deployment,
        outcome: outcomeOf(deployment, index, failures, window.to - options.pendingFor),
        leadTime: own === undefined ? null : quantileOf(own, 0.5),
        commitsCount: contained.isMeasured[index] === 1 ? (counts.get(index) ?? 0) : null,
        isIn: deployment.at >= window.from && deployment.at < window.to,
      };
    })
    .filter((point) => point.isIn)
    .slice(-options.mostPoints)
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
