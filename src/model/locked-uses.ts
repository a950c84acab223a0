import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { folderSigns, type FolderSign } from "#evidence/folder-signs.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { declaredLocks } from "./declared-locks.ts";
import type { Component } from "./organisation.ts";
import { folderOf, nearest } from "./units.ts";

/** A version that a lock file fixed over [from, to) for a package that a manifest of its repository declares. */
export interface LockedUse {
  readonly componentId: string;
  readonly repositoryId: string;
  readonly purl: string;
  readonly version: string;
  readonly from: number;
  readonly to: number | null;
  readonly path: string;
  /** Where the version came in. */
  readonly commit: string;
  /** A manifest fixes it, no lock file. */
  readonly isDeclared?: true;
}

/** Lock files count for the component in whose folder they lie; those of tests and examples do not. */
export function lockedUses(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
): LockedUse[] {
  const foldersOf = componentsByFolder(components);
  return repositories.flatMap(({ id: repositoryId, files }) => {
    const ids = foldersOf.get(repositoryId);
    if (ids === undefined) return [];
    const folders = new Set(ids.keys());
    return files.flatMap((file) => {
      const { path, locked } = file;
      const component = nearest(folderOf(path), folders);
      const componentId = ids.get(component);
      if (componentId === undefined || locked.length === 0 || isBeside(path, component)) return [];
      return declaredLocks(file, files).flatMap(({ purl, spans }) =>
        spans.map(({ value, from, to }) => ({
          componentId,
          repositoryId,
          purl,
          version: value,
          from: from.at,
          to: to?.at ?? null,
          path,
          commit: from.commit,
        })),
      );
    });
  });
}

/** Where the version came in: a lock file shows it, a manifest only declares it. */
export function lockEvidence(use: LockedUse): EvidenceRef {
  const isDeclared = use.isDeclared === true;
  return {
    source: isDeclared ? "manifests" : "locks",
    repositoryId: use.repositoryId,
    commit: use.commit,
    path: use.path,
    line: null,
    at: use.from,
    how: isDeclared ? "declared" : "observed",
    confidence: isDeclared ? "high" : "observed",
    text: `${isDeclared ? "declares" : "locks"} ${use.purl} at ${use.version}`,
  };
}

const partOfIt: ReadonlySet<FolderSign> = new Set(["machinery", "tooling"]);

export function isBeside(path: string, component: string): boolean {
  return folderSigns(folderOf(path)).some(
    ({ folder, sign }) => folder.length > component.length && !partOfIt.has(sign),
  );
}

export function lockedAt(uses: readonly LockedUse[], at: number): LockedUse[] {
  return uses.filter((one) => one.from < at && (one.to === null || one.to > at));
}

/** Component ids by folder, by repository. */
export function componentsByFolder(
  components: readonly Component[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const foldersOf = new Map<string, Map<string, string>>();
  for (const { id, repositoryId, path } of components) {
    const folders = foldersOf.get(repositoryId) ?? new Map<string, string>();
    folders.set(path, id);
    foldersOf.set(repositoryId, folders);
  }
  return foldersOf;
}
