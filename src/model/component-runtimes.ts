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
    const own = new Map(
      components
        .filter((one) => one.repositoryId === repositoryId)
        .map((one) => [one.path, one] as const),
    );
    const folders = new Set(own.keys());
    const best = new Map<string, ComponentRuntime>();
    const offer = (runtime: DeclaredRuntime, path: string, folder: string): void => {
      const componentId = own.get(folder)?.id;
      if (componentId === undefined) return;
      // Each function says what it runs on; of what is pinned one file counts.
      const version = runtime.runs === "function" ? runtime.version : "";
      const key = `${componentId}\n${runtime.runtime}\n${version}`;
      const { commit, at } = head;
      const one = { ...runtime, componentId, repositoryId, path, commit, at };
      if (isBetter(one, best.get(key), folder)) best.set(key, one);
    };
    const said = headFiles.flatMap(({ path, runtimes }) =>
      (runtimes ?? []).map((runtime) => ({ path, runtime })),
    );
    const inherited = said.filter(({ runtime }) => runtime.isOfAllBelow === true);
    for (const { path, runtime } of said)
      if (runtime.isOfAllBelow !== true) offer(runtime, path, nearest(folderOf(path), folders));
    for (const [folder, { artefacts }] of own) {
      if (!artefacts.some(({ type, to }) => to === null && type.startsWith("nuget"))) continue;
      // The build takes the nearest file alone.
      const [closest] = inherited
        .filter(({ path }) => isAtOrAbove(folderOf(path), folder))
        .toSorted((one, other) => other.path.length - one.path.length);
      if (closest !== undefined) offer(closest.runtime, closest.path, folder);
    }
    return [...best.values()];
  });
}

function isAtOrAbove(folder: string, other: string): boolean {
  return folder === "." || folder === "" || other === folder || other.startsWith(`${folder}/`);
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
