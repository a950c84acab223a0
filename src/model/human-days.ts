import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Component } from "./organisation.ts";

/**
 * By component the days (since the epoch, ascending) on which people worked on it. Known for the components at the root of
 * their repository, whose commits are all theirs; deeper ones have their last human commit only.
 */
export function humanDays(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
): ReadonlyMap<string, Uint32Array> {
  const byRepository = new Map(repositories.map((one) => [one.id, one]));
  return new Map(
    components.flatMap((component) => {
      const repository = byRepository.get(component.repositoryId);
      if (repository === undefined || component.path !== ".") return [];
      return [[component.id, Uint32Array.from(new Set(repository.activity.day)).sort()] as const];
    }),
  );
}
