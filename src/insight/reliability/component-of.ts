import { serviceNameOf } from "#evidence/service-name.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import type { ServiceLevelObjective } from "./objective.ts";

/**
 * The component that an objective is about: the one named as its service, in the document's own repository first; else the one
 * around the document of that Service, if it is elsewhere and about that service alone; else the one around its own, unless the repository's documents speak of several services (a repository of objectives). Else null.
 */
export function componentOf(
  objective: ServiceLevelObjective,
  all: readonly ServiceLevelObjective[],
  { components }: Organisation,
): Component | null {
  const { repositoryId, path } = objective.declared;
  const inside = components.filter((one) => one.repositoryId === repositoryId);
  const service = objective.service === null ? null : serviceNameOf(objective.service);
  if (service !== null) {
    const isNamed = (one: Component): boolean => serviceNameOf(one.name) === service;
    const named = inside.find(isNamed) ?? components.find(isNamed);
    if (named !== undefined) return named;
  }
  const home = objective.serviceDeclared;
  const around = (place: Place): Component | null => componentAround(place, components);
  if (home !== null && home.repositoryId !== repositoryId) {
    const host = around(home);
    const guests = all.filter(
      ({ serviceDeclared }) => serviceDeclared !== null && around(serviceDeclared) === host,
    );
    if (host !== null && guests.every((one) => one.service === objective.service)) return host;
  }
  const services = new Set(
    all.filter((one) => one.declared.repositoryId === repositoryId).map((one) => one.service),
  );
  if (services.size > 1) return null;
  return around({ repositoryId, path });
}

interface Place {
  readonly repositoryId: string | null;
  readonly path: string;
}

function componentAround(
  { repositoryId, path }: Place,
  components: readonly Component[],
): Component | null {
  const found = components.filter(
    (one) =>
      one.repositoryId === repositoryId && (one.path === "." || path.startsWith(`${one.path}/`)),
  );
  return found.sort((one, other) => other.path.length - one.path.length)[0] ?? null;
}
