import type { Unknown } from "#evidence/unknown.ts";
import type { IncidentEvent } from "#evidence/delivery-events.ts";
import { quantileOf, wilsonInterval } from "#kernel/stats-summary.ts";
import type { Deployment } from "#model/deployments.ts";
import { chanceLinks, linkIncidents, type IncidentLink, type LinkGrade } from "./link-incidents.ts";
import type { DeliveryOptions } from "./options.ts";
import type { Failures, Rate } from "./result.ts";

export interface FailureInput {
  readonly deployments: readonly Deployment[];
  /** Incidents of this service and environment. */
  readonly incidents: readonly IncidentEvent[];
  /** From when on incident records exist at all, for any service; null: there is no source. */
  readonly recordsSince: number | null;
  readonly from: number;
  readonly to: number;
}

const sure: readonly LinkGrade[] = ["explicit", "remediated"];

/** Change fail rate, recovery time and rework rate of one service and environment over [from, to). */
export function assessFailures(input: FailureInput, options: DeliveryOptions): Failures {
  const { deployments, recordsSince } = input;
  if (recordsSince === null)
    return nothing(
      "no-incident-source",
      "no incident records were given",
      "incident records: see docs/insights/delivery.md",
    );
  const from = Math.max(input.from, recordsSince);
  const settled = new Set(
    deployments.flatMap((one, index) =>
      one.isSuccessful && one.at >= from && one.at < input.to - options.pendingFor ? [index] : [],
    ),
  );
  if (settled.size < options.rateMinimum) {
    return nothing(
      "too-few-deployments",
      `only ${String(settled.size)} settled deployments lie in the part of the window that incident records cover`,
      `at least ${String(options.rateMinimum)} deployments, or older incident records`,
    );
  }
  const links = linkIncidents(deployments, input.incidents, options).filter(
    ({ deployment }) => deployment !== null && settled.has(deployment),
  );
  const failed = deploymentsOf(links.filter(({ grade }) => sure.includes(grade ?? "time-only")));
  const inWindow = input.incidents.filter(
    (one) => one.startedAt >= from && one.startedAt < input.to,
  );
  const settledDeployments = deployments.filter((_, index) => settled.has(index));
  const byGrade = (["explicit", "remediated", "time-only"] as const).map((grade) => ({
    grade,
    numerator: deploymentsOf(links.filter((one) => one.grade === grade)).size,
    denominator: settled.size,
    byChance: grade === "time-only" ? chanceLinks(settledDeployments, inWindow, options) : null,
  }));
  const certain = links.filter(({ grade }) => sure.includes(grade ?? "time-only"));
  return {
    changeFailRate: { ...rate(failed.size, settled.size), byGrade },
    recovery: recoveryOf(certain, input.to),
    reworkRate: rate(reworkCount(deployments, certain, settled), settled.size),
    unknown: [],
    failed,
  };
}

function nothing(code: string, reason: string, needs: string): Failures {
  const unknown = ["changeFailRate", "recoverySeconds", "reworkRate"].map((field): Unknown => ({
    field,
    code,
    reason,
    needs,
  }));
  return { changeFailRate: null, recovery: null, reworkRate: null, unknown, failed: new Set() };
}

function deploymentsOf(links: readonly IncidentLink[]): Set<number> {
  return new Set(links.flatMap(({ deployment }) => (deployment === null ? [] : [deployment])));
}

function rate(numerator: number, denominator: number): Rate {
  const value = denominator === 0 ? 0 : numerator / denominator;
  return { value, ...wilsonInterval(numerator, denominator), numerator, denominator };
}

/** Median with censoring: where the product-limit estimate (Kaplan and Meier 1958) falls to one half. */
function recoveryOf(links: readonly IncidentLink[], to: number): Failures["recovery"] {
  const spells = links
    .map(({ incident }) => ({
      length: (incident.resolvedAt ?? to) - incident.startedAt,
      isOver: incident.resolvedAt !== null,
    }))
    .sort((a, b) => a.length - b.length || Number(b.isOver) - Number(a.isOver));
  const unresolvedCount = spells.filter((one) => !one.isOver).length;
  if (unresolvedCount === 0) {
    const p50 =
      spells.length === 0
        ? null
        : quantileOf(
            spells.map((one) => one.length),
            0.5,
          );
    return { p50, n: spells.length, unresolvedCount };
  }
  let survival = 1;
  let p50: number | null = null;
  for (const [index, { length, isOver }] of spells.entries()) {
    if (isOver) survival *= 1 - 1 / (spells.length - index);
    if (survival <= 0.5 + 1e-12) {
      p50 = length;
      break;
    }
  }
  return { p50, n: spells.length, unresolvedCount };
}

/** Unplanned deployments: those made while a linked incident lasted, after the deployment it is linked to. */
function reworkCount(
  deployments: readonly Deployment[],
  links: readonly IncidentLink[],
  settled: ReadonlySet<number>,
): number {
  const rework = new Set<number>();
  for (const { incident, deployment } of links) {
    const until = incident.resolvedAt ?? incident.startedAt;
    for (let index = (deployment ?? 0) + 1; index < deployments.length; index++) {
      const one = deployments[index];
      if (one === undefined || one.at > until) break;
      if (one.at >= incident.startedAt && settled.has(index)) rework.add(index);
    }
  }
  return rework.size;
}
