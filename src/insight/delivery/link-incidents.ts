import type { IncidentEvent } from "#evidence/delivery-events.ts";
import type { Deployment } from "#model/deployments.ts";
import type { DeliveryOptions } from "./options.ts";

/** How surely an incident belongs to a deployment. */
export type LinkGrade = "explicit" | "remediated" | "time-only";

export interface IncidentLink {
  readonly incident: IncidentEvent;
  /** Index in the series; null: linked to none. */
  readonly deployment: number | null;
  readonly grade: LinkGrade | null;
}

/**
 * Each incident is linked to at most one deployment: the one it names; else the nearest before it that was remediated (an
 * earlier version came back in the same environment after it began, before or soon after it ended); else the nearest within
 * 24 h, which never enters a headline. `deployments` and `incidents` are of one service and environment.
 */
export function linkIncidents(
  deployments: readonly Deployment[],
  incidents: readonly IncidentEvent[],
  options: DeliveryOptions,
): IncidentLink[] {
  return incidents.map((incident) => {
    const named = deployments.findIndex(
      (one) =>
        (incident.deploymentId !== null && one.id === incident.deploymentId) ||
        (incident.artifact !== null &&
          one.artifact === incident.artifact &&
          one.at <= incident.startedAt),
    );
    if (named >= 0) return { incident, deployment: named, grade: "explicit" };
    const nearest = nearestBefore(deployments, incident.startedAt);
    if (nearest === null) return { incident, deployment: null, grade: null };
    const since = deployments[nearest]?.at ?? 0;
    const isNear = incident.startedAt - since <= options.linkWithin;
    const remedy = deployments[nearest + 1];
    const until = (incident.resolvedAt ?? incident.startedAt) + options.linkWithin;
    if (remedy?.isRollback === true && remedy.at <= until)
      return { incident, deployment: nearest, grade: "remediated" };
    return isNear
      ? { incident, deployment: nearest, grade: "time-only" }
      : { incident, deployment: null, grade: null };
  });
}

/** Time-only links that chance alone would make: mean over incidents moved by whole weeks (the weekly rhythm stays). */
export function chanceLinks(
  deployments: readonly Deployment[],
  incidents: readonly IncidentEvent[],
  options: DeliveryOptions,
): number {
  if (options.shifts.length === 0) return 0;
  let hits = 0;
  for (const shift of options.shifts) {
    for (const { startedAt } of incidents) {
      const nearest = nearestBefore(deployments, startedAt + shift);
      const at = nearest === null ? -Infinity : (deployments[nearest]?.at ?? 0);
      if (startedAt + shift - at <= options.linkWithin) hits++;
    }
  }
  return hits / options.shifts.length;
}

/** Deployments that failed to be made cannot have caused anything. */
function nearestBefore(deployments: readonly Deployment[], at: number): number | null {
  let low = 0;
  let high = deployments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((deployments[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    if (deployments[index]?.isSuccessful === true) return index;
  }
  return null;
}
