import type { AdoptionResult } from "#insight/adoption/result.ts";
import type { Organisation } from "#model/organisation.ts";

/**
 * Capabilities in use outside the repository that provides them, each with the repositories that use it: parts of one
 * repository are no customers of one another.
 */
export function usedElsewhere(
  adoption: readonly AdoptionResult[],
  { components, capabilities }: Pick<Organisation, "components" | "capabilities">,
): ReadonlyMap<string, ReadonlySet<string>> {
  const repositoryOf = new Map(components.map((one) => [one.id, one.repositoryId]));
  const homeOf = new Map(
    capabilities.map((one) => [one.id, repositoryOf.get(one.providerComponentId ?? "")]),
  );
  const found = new Map<string, ReadonlySet<string>>();
  for (const { capabilityId, uses } of adoption) {
    const home = homeOf.get(capabilityId);
    const users = new Set(
      uses
        .filter((use) => use.to === null)
        .flatMap((use) => repositoryOf.get(use.componentId) ?? [])
        .filter((one) => one !== home),
    );
    if (users.size > 0) found.set(capabilityId, users);
  }
  return found;
}
