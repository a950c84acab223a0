import type { FileChanges, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { CopySite } from "#insight/duplication/between-owners.ts";
import type { Component } from "#model/organisation.ts";
import { foldersAbove } from "#sources/git/mainline.ts";
import type { InspectedRepository } from "../reading/inspect-repositories.ts";
import type { ComparedFile } from "./compare-files.ts";

export type FileSite = Omit<CopySite, "start" | "end" | "fileShare">;
type OwnedPlace = Pick<FileSite, "repositoryId" | "componentId" | "owners">;

/** Whose a file is, by the component it lies in; the repository stands in where nobody is known to own it. */
export function locateOwners(
  repositories: readonly Pick<InspectedRepository, "id">[],
  components: readonly Pick<Component, "id" | "repositoryId" | "path" | "ownerIds">[],
): (file: ComparedFile) => OwnedPlace {
  const places = new Map(repositories.map(({ id }) => [id, new Map<string, OwnedPlace>()]));
  for (const { repositoryId: id, path, id: componentId, ownerIds } of components) {
    const byFolder = places.get(id);
    if (byFolder === undefined || byFolder.has(path)) continue;
    const owners = ownerIds.length === 0 ? [id] : [...ownerIds].sort();
    byFolder.set(path, { repositoryId: id, componentId, owners });
  }
  return ({ source, path }) => {
    const id = repositories[source]?.id ?? "";
    return holderOf(path, places.get(id)) ?? { repositoryId: id, componentId: null, owners: [id] };
  };
}

/** The component that lies deepest holds a file: by its folders, for a monorepo has thousands of components. */
function holderOf(
  path: string,
  byFolder: ReadonlyMap<string, OwnedPlace> | undefined,
): OwnedPlace | undefined {
  for (const folder of foldersAbove(path)) {
    const found = byFolder?.get(folder);
    if (found !== undefined) return found;
  }
  return byFolder?.get(".");
}

/** Says of each compared file whose it is and when it changed. */
export function locateSites(
  files: readonly ComparedFile[],
  repositories: readonly InspectedRepository[],
  evidence: readonly RepositoryEvidence[],
  components: readonly Component[],
): (file: number) => FileSite {
  const evidenceOf = new Map(evidence.map((one) => [one.id, one]));
  const changes = repositories.map(({ id }) => indexChanges(evidenceOf.get(id)?.fileChanges));
  const placeOf = locateOwners(repositories, components);
  return (number) => {
    const file = files[number] ?? { source: -1, path: "" };
    return {
      ...placeOf(file),
      path: file.path,
      commit: repositories[file.source]?.refs.head ?? null,
      changeDays: changes[file.source]?.get(file.path) ?? [],
    };
  };
}

function indexChanges(changes: FileChanges | undefined): ReadonlyMap<string, Uint16Array> {
  const index = new Map<string, Uint16Array>();
  changes?.paths.forEach((path, at) => {
    index.set(path, changes.days.subarray(changes.ends[at - 1] ?? 0, changes.ends[at]));
  });
  return index;
}
