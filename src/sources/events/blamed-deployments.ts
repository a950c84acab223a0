import { isProductionName } from "#evidence/environment-name.ts";
import type { EventColumns } from "#evidence/event-columns.ts";
import type { RowGroup } from "./row-groups.ts";

/** What an incident says of whom it befell. */
export interface Blaming {
  readonly service: string | null;
  readonly environment: string | null;
  readonly startedAt: number | null;
  readonly deploymentId: string | null;
  readonly artifact: string | null;
}

interface Made {
  readonly service: string;
  readonly environment: string;
  readonly at: number;
}

/** Deployments of one artefact before an incident that are looked at for one in its environment. */
const mostLooked = 1000;

/**
 * Of incidents that name no service the one whose deployment they blame: by its id, or the last deployment of their artefact
 * before they began, in their environment where they name one.
 */
export function blamedServices<Incident extends Blaming>(
  columns: EventColumns,
  groups: readonly RowGroup[],
  incidents: Iterable<Incident>,
): ReadonlyMap<Incident, string> {
  const nameless = [...incidents].filter((one) => one.service === null);
  const ids = new Map<string, Made[]>();
  const artifacts = new Map<string, Made[]>();
  for (const { deploymentId, artifact } of nameless) {
    if (deploymentId !== null) ids.set(deploymentId, []);
    if (artifact !== null) artifacts.set(artifact, []);
  }
  if (ids.size > 0 || artifacts.size > 0) collect(columns, groups, ids, artifacts);
  const services = new Map<Incident, string>();
  for (const one of nameless) {
    const made =
      ids.get(one.deploymentId ?? "")?.[0] ??
      lastBefore(artifacts.get(one.artifact ?? "") ?? [], one);
    if (made !== undefined) services.set(one, made.service);
  }
  return services;
}

function collect(
  columns: EventColumns,
  groups: readonly RowGroup[],
  ids: ReadonlyMap<string, Made[]>,
  artifacts: ReadonlyMap<string, Made[]>,
): void {
  for (const { application, project, environment, rows } of groups) {
    const service = project ?? application;
    for (const row of rows) {
      if (columns.isDropped(row)) continue;
      const made = { service, environment, at: columns.at(row) };
      if (ids.size > 0) ids.get(columns.id(row))?.push(made);
      if (artifacts.size > 0) artifacts.get(columns.artifact(row) ?? "")?.push(made);
    }
  }
  for (const made of artifacts.values()) made.sort((a, b) => a.at - b.at);
}

function lastBefore(made: readonly Made[], { startedAt, environment }: Blaming): Made | undefined {
  let low = 0;
  let high = made.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((made[middle]?.at ?? 0) <= (startedAt ?? 0)) low = middle + 1;
    else high = middle;
  }
  return made
    .slice(Math.max(0, low - mostLooked), low)
    .findLast((one) => environment === null || isSame(environment, one.environment));
}

function isSame(one: string, other: string): boolean {
  return one === other || (isProductionName(one) && isProductionName(other));
}
