import { quantileOf } from "#kernel/stats-summary.ts";
import type { Component } from "#model/organisation.ts";
import type { DeliveryResult } from "../delivery/result.ts";
import type { OutcomeMetric } from "#vocabulary/value.ts";

/** One component in a comparison over quarters. */
export interface PanelUnit {
  readonly componentId: string;
  readonly owner: string;
  /** Quarter of adoption; Infinity: not adopted. */
  readonly cohort: number;
  /** Quarter (years × 4 + quarters) → outcome, on the scale on which differences are taken. */
  readonly outcomes: ReadonlyMap<number, number>;
}

const minimumOf: Readonly<Record<OutcomeMetric, number>> = {
  "lead-time": 3,
  "deployment-frequency": 1,
  "change-fail-rate": 5,
};
const weeksPerQuarter = 13;

/** Quarter of a time in seconds since the epoch, UTC: years × 4 + quarters before it. */
export function quarterOf(at: number): number {
  const date = new Date(at * 1000);
  return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
}

/**
 * Outcomes of each component by quarter, from its production deployments: logarithm of the median lead time, logarithm of
 * deployments a week, share that failed. Left out: the quarter of its first deployment, those after its last, and the present one.
 */
export function outcomesOf(
  delivery: readonly DeliveryResult[],
  metric: OutcomeMetric,
  asOf: number,
): Map<string, Map<number, number>> {
  const present = quarterOf(asOf);
  const byComponent = new Map<string, Map<number, number>>();
  for (const { series, points } of delivery) {
    if (!series.isProduction || series.componentId === null) continue;
    const values = new Map<number, number[]>();
    for (const point of points) {
      const value = valueOf(point, metric);
      if (value === null) continue;
      const quarter = quarterOf(point.deployment.at);
      const list = values.get(quarter);
      if (list === undefined) values.set(quarter, [value]);
      else list.push(value);
    }
    if (points.length === 0) continue;
    const first = quarterOf(points[0]!.deployment.at);
    const last = quarterOf(points.at(-1)!.deployment.at);
    const outcomes = new Map<number, number>();
    for (let quarter = first + 1; quarter < present && quarter <= last; quarter++) {
      const outcome = summarise(values.get(quarter) ?? [], metric);
      if (outcome !== null) outcomes.set(quarter, outcome);
    }
    // One component may be deployed as several applications: the one with the most quarters stands for it.
    const known = byComponent.get(series.componentId);
    if (known === undefined || known.size < outcomes.size)
      byComponent.set(series.componentId, outcomes);
  }
  return byComponent;
}

function valueOf(point: DeliveryResult["points"][number], metric: OutcomeMetric): number | null {
  if (metric === "lead-time") return point.leadTime;
  if (metric === "deployment-frequency") return 1;
  if (point.outcome === "failed") return 1;
  return point.outcome === "ok" || point.outcome === "rollback" ? 0 : null;
}

function summarise(values: readonly number[], metric: OutcomeMetric): number | null {
  // A quarter without deployments has a frequency below any that can be shown on a logarithmic scale: half of one.
  if (metric === "deployment-frequency")
    return Math.log(Math.max(values.length, 0.5) / weeksPerQuarter);
  if (values.length < minimumOf[metric]) return null;
  if (metric === "lead-time") return Math.log(Math.max(60, quantileOf(values, 0.5)));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Components with outcomes and a known owner, with the quarter in which each adopted. Those that used it already when
 * their history begins are left out: there is no before.
 */
export function panelOf(
  outcomes: ReadonlyMap<string, ReadonlyMap<number, number>>,
  adoptedAt: ReadonlyMap<string, { readonly at: number; readonly isCensored: boolean }>,
  components: ReadonlyMap<string, Component>,
): PanelUnit[] {
  const units: PanelUnit[] = [];
  for (const [componentId, byQuarter] of outcomes) {
    const owner = components.get(componentId)?.ownerIds[0];
    const adopted = adoptedAt.get(componentId);
    if (owner === undefined || byQuarter.size === 0 || adopted?.isCensored === true) continue;
    const cohort = adopted === undefined ? Number.POSITIVE_INFINITY : quarterOf(adopted.at);
    units.push({ componentId, owner, cohort, outcomes: byQuarter });
  }
  return units.sort((a, b) => (a.componentId < b.componentId ? -1 : 1));
}
