import type { FileChanges, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { CopySite } from "#insight/duplication/between-owners.ts";
import type { Component } from "#model/organisation.ts";
import type { InspectedRepository } from "../reading/inspect-repositories.ts";
import type { ComparedFile } from "./compare-files.ts";

export type FileSite = Omit<CopySite, "start" | "end" | "fileShare">;
type OwnedPlace = Pick<FileSite, "repositoryId" | "componentId" | "owners">;

/** Whose a file is, by the component it lies in; the repository stands in where nobody is known to own it. */
export function locateOwners(
  repositories: readonly InspectedRepository[],
  components: readonly Component[],
): (file: ComparedFile) => OwnedPlace {
  const places = repositories.map(({ id }) => ({
    id,
    // The component that lies deepest holds a file.
    components: components
      .filter((one) => one.repositoryId === id)
      .sort((a, b) => b.path.length - a.path.length)
      .map((one) => ({
        prefix: one.path === "." ? "" : `${one.path}/`,
        place: {
          repositoryId: id,
          componentId: one.id,
          owners: one.ownerIds.length === 0 ? [id] : [...one.ownerIds].sort(),
        },
      })),
  }));
  return ({ source, path }) => {
    const place = places[source];
    const id = place?.id ?? "";
    return (
      place?.components.find(({ prefix }) => path.startsWith(prefix))?.place ?? {
        repositoryId: id,
        componentId: null,
        owners: [id],
      }
    );
  };
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
