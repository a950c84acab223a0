import type { IncidentEvent } from "#evidence/delivery-events.ts";
import type { Deployment } from "#model/deployments.ts";
import type { DeliveryOptions } from "./options.ts";
import type { RemedySigns } from "./remedies.ts";
import type { LinkGrade } from "#vocabulary/delivery.ts";

export interface IncidentLink {
  readonly incident: IncidentEvent;
  /** Index in the series; null: linked to none. */
  readonly deployment: number | null;
  readonly grade: LinkGrade | null;
  /** Index of the deployment that remedied it, where one did. */
  readonly remedy: number | null;
}

/**
 * Each incident is linked to at most one deployment: the one it names; else one that was remediated (rolled back, reverted or
 * followed by a hotfix after the incident began, before or soon after it ended); else the nearest within 24 h, which never
 * enters a headline. `deployments` and `incidents` are of one service and environment.
 */
export function linkIncidents(
  deployments: readonly Deployment[],
  incidents: readonly IncidentEvent[],
  signs: RemedySigns,
  options: Pick<DeliveryOptions, "linkWithin">,
): IncidentLink[] {
  const named = incidents.some((one) => one.deploymentId !== null || one.artifact !== null)
    ? nameIndex(deployments)
    : null;
  const remedies = deployments.flatMap(({ isRollback, isSuccessful }, index) =>
    isSuccessful && (isRollback || (signs.undoes[index] ?? -1) >= 0 || signs.isHotfix[index] === 1)
      ? [index]
      : [],
  );
  return incidents.map((incident) => {
    const nearest = nearestBefore(deployments, incident.startedAt);
    const remedied = remediedBy(deployments, remedies, incident, nearest, signs, options);
    const remedy = remedied?.remedy ?? null;
    const explicit = named?.(incident) ?? null;
    if (explicit !== null) return { incident, deployment: explicit, grade: "explicit", remedy };
    if (remedied !== null)
      return { incident, deployment: remedied.deployment, grade: "remediated", remedy };
    const isNear =
      nearest !== null &&
      incident.startedAt - (deployments[nearest]?.at ?? 0) <= options.linkWithin;
    return isNear
      ? { incident, deployment: nearest, grade: "time-only", remedy }
      : { incident, deployment: null, grade: null, remedy };
  });
}

const commit = /^[0-9a-f]{7,64}$/;

/** By id, or by the commit that was deployed; by artefact the last deployment of it before the incident. */
function nameIndex(deployments: readonly Deployment[]): (incident: IncidentEvent) => number | null {
  const byId = new Map<string, number>();
  const byArtifact = new Map<string, number[]>();
  for (const [index, { id, artifact }] of deployments.entries()) {
    if (!byId.has(id)) byId.set(id, index);
    if (artifact === null) continue;
    const list = byArtifact.get(artifact);
    if (list === undefined) byArtifact.set(artifact, [index]);
    else list.push(index);
  }
  return ({ deploymentId, artifact, startedAt }) => {
    const byName = deploymentId === null ? undefined : byId.get(deploymentId);
    if (byName !== undefined) return byName;
    if (deploymentId !== null && commit.test(deploymentId)) {
      const blamed = deployments.findLastIndex(
        ({ at, revision }) => at <= startedAt && revision?.startsWith(deploymentId) === true,
      );
      if (blamed >= 0) return blamed;
    }
    const ran = artifact === null ? [] : (byArtifact.get(artifact) ?? []);
    return ran.findLast((index) => (deployments[index]?.at ?? 0) <= startedAt) ?? null;
  };
}

/** The first deployment after the incident began that puts right what one before it brought. */
function remediedBy(
  deployments: readonly Deployment[],
  remedies: readonly number[],
  { startedAt, resolvedAt }: IncidentEvent,
  nearest: number | null,
  signs: RemedySigns,
  { linkWithin }: Pick<DeliveryOptions, "linkWithin">,
): { readonly deployment: number; readonly remedy: number } | null {
  if (nearest === null) return null;
  const until = (resolvedAt ?? startedAt) + linkWithin;
  for (let at = firstAbove(remedies, nearest); at < remedies.length; at++) {
    const remedy = remedies[at] ?? 0;
    const one = deployments[remedy];
    if (one === undefined || one.at > until) return null;
    if (one.at < startedAt) continue;
    const undone = signs.undoes[remedy] ?? -1;
    if (undone >= 0 && undone <= nearest) return { deployment: undone, remedy };
    if (one.isRollback || signs.isHotfix[remedy] === 1) return { deployment: nearest, remedy };
  }
  return null;
}

function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Time-only links that chance alone would make: mean over incidents moved by whole weeks (the weekly rhythm stays). */
export function chanceLinks(
  deployments: readonly Deployment[],
  incidents: readonly IncidentEvent[],
  options: Pick<DeliveryOptions, "linkWithin" | "shifts">,
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
