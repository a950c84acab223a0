import type { ChangeQuarter } from "#evidence/change-quarters.ts";
import type { Moment } from "#evidence/moment.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Component } from "./organisation.ts";
import { nearest } from "./units.ts";

/** What changed in one component in one quarter, of one of its folders with a manifest. */
export interface ComponentQuarter extends ChangeQuarter {
  readonly componentId: string;
  readonly repositoryId: string;
  /** Up to where its history was read. */
  readonly head: Moment;
}

/** Commits of the mainline with human work: one that changed several of the folders counts once. */
export function humanChangesCount(
  cells: readonly Pick<ComponentQuarter, "repositoryId" | "humanChanges">[],
): number {
  const byRepository = new Map<string, Set<number>>();
  for (const { repositoryId, humanChanges } of cells) {
    const own = byRepository.get(repositoryId) ?? new Set();
    byRepository.set(repositoryId, own);
    for (const one of humanChanges) own.add(one);
  }
  return [...byRepository.values()].reduce((sum, { size }) => sum + size, 0);
}

export function componentQuarters(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
): ComponentQuarter[] {
  return repositories.flatMap(({ id, changes, head }) => {
    if (head === null) return [];
    const own = new Map(
      components.filter((one) => one.repositoryId === id).map((one) => [one.path, one.id] as const),
    );
    const folders = new Set(own.keys());
    return changes.quarters.flatMap((quarter) => {
      const componentId = own.get(nearest(quarter.folder, folders));
      return componentId === undefined ? [] : [{ ...quarter, componentId, repositoryId: id, head }];
    });
  });
}
