import type { FileChanges, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { CopySite } from "#insight/duplication/between-owners.ts";
import type { Component } from "#model/organisation.ts";
import type { InspectedRepository } from "../inspect-repositories.ts";
import type { ComparedFile } from "./compare-files.ts";

type FileSite = Omit<CopySite, "start" | "end" | "fileShare">;

/** Says of each compared file whose it is and when it changed. */
export function locateSites(
  files: readonly ComparedFile[],
  repositories: readonly InspectedRepository[],
  evidence: readonly RepositoryEvidence[],
  components: readonly Component[],
): (file: number) => FileSite {
  const evidenceOf = new Map(evidence.map((one) => [one.id, one]));
  const places = repositories.map((repository) => ({
    repository,
    changes: indexChanges(evidenceOf.get(repository.id)?.fileChanges),
    components: components
      .filter((one) => one.repositoryId === repository.id)
      .sort((a, b) => b.path.length - a.path.length),
  }));
  return (number) => {
    const file = files[number];
    const place = places[file?.source ?? -1];
    const path = file?.path ?? "";
    const component = place?.components.find(
      (one) => one.path === "." || path.startsWith(`${one.path}/`),
    );
    const owners = component?.ownerIds ?? [];
    const repositoryId = place?.repository.id ?? "";
    return {
      repositoryId,
      componentId: component?.id ?? null,
      path,
      commit: place?.repository.refs.head ?? null,
      owners: owners.length === 0 ? [repositoryId] : [...owners].sort(),
      changeDays: place?.changes.get(path) ?? [],
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
