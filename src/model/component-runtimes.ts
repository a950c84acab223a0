import type { DeclaredRuntime } from "#evidence/facts.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Component } from "./organisation.ts";
import { folderOf, nearest } from "./units.ts";

/** A runtime of a component, from the file that says it most directly, as it stands at HEAD. */
export interface ComponentRuntime extends DeclaredRuntime {
  readonly componentId: string;
  readonly repositoryId: string;
  readonly path: string;
  readonly commit: string;
  readonly at: number;
}

/** One of each kind for each component, and each version that a function of it runs on. */
export function componentRuntimes(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
): ComponentRuntime[] {
  return repositories.flatMap(({ id: repositoryId, headFiles, head }) => {
    if (head === null) return [];
    const ids = new Map(
      components
        .filter((one) => one.repositoryId === repositoryId)
        .map((one) => [one.path, one.id] as const),
    );
    const folders = new Set(ids.keys());
    const best = new Map<string, ComponentRuntime>();
    for (const { path, runtimes } of headFiles) {
      const folder = nearest(folderOf(path), folders);
      const componentId = ids.get(folder);
      if (componentId === undefined) continue;
      for (const runtime of runtimes ?? []) {
        // Each function says what it runs on; of what is pinned one file counts.
        const own = runtime.runs === "function" ? runtime.version : "";
        const key = `${componentId}\n${runtime.runtime}\n${own}`;
        const one = {
          ...runtime,
          componentId,
          repositoryId,
          path,
          commit: head.commit,
          at: head.at,
        };
        if (isBetter(one, best.get(key), folder)) best.set(key, one);
      }
    }
    return [...best.values()];
  });
}

/** What is shipped before what is pinned, the more direct file, then the one nearest to the component's folder, then the first by name. */
function isBetter(
  one: ComponentRuntime,
  other: ComponentRuntime | undefined,
  folder: string,
): boolean {
  if (other === undefined) return true;
  const depth = ({ path }: ComponentRuntime): number =>
    folderOf(path) === folder ? 0 : path.split("/").length;
  return (
    (Number(one.runs === undefined) - Number(other.runs === undefined) ||
      one.rank - other.rank ||
      depth(one) - depth(other) ||
      (one.path < other.path ? -1 : 1)) < 0
  );
}
