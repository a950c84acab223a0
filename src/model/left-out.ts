import type { FolderSign } from "#evidence/folder-signs.ts";
import type { FileHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { Places } from "./places.ts";
import { existingFiles } from "./units.ts";

/** A folder whose manifests make no component because of what it is called. */
export interface LeftOut {
  readonly repositoryId: string;
  readonly folder: string;
  readonly sign: FolderSign;
  readonly manifestsCount: number;
}

const listed: ReadonlySet<FolderSign> = new Set([
  "vendored",
  "test-data",
  "template",
  "example",
  "test",
  "trial",
  "documentation",
]);

/** What is left out of one repository at HEAD, each folder once, the largest first. */
export function leftOutOf(
  repository: RepositoryEvidence,
  asOf: number,
  charts: ReadonlySet<string>,
): LeftOut[] {
  const found = new Map<string, LeftOut>();
  const add = (folder: string, sign: FolderSign, manifestsCount: number): void => {
    const count = (found.get(folder)?.manifestsCount ?? 0) + manifestsCount;
    found.set(folder, { repositoryId: repository.id, folder, sign, manifestsCount: count });
  };
  for (const one of repository.places?.leftOut ?? []) add(one.folder, one.sign, one.manifestsCount);
  const places = new Places(repository, existingFiles(repository, asOf), charts);
  for (const [folder, files] of places.candidates) {
    const { because } = places.of(folder);
    const there = files.filter(isThere);
    if (because === null || there.length === 0 || !listed.has(because.sign)) continue;
    if (isListed(because.sign, there)) add(because.folder, because.sign, there.length);
  }
  return [...found.values()].sort(
    (a, b) => b.manifestsCount - a.manifestsCount || (a.folder < b.folder ? -1 : 1),
  );
}

function isThere({ spans }: FileHistory): boolean {
  return spans.at(-1)?.to === null;
}

/** A list of what a manual needs is nothing that somebody would look for among the components. */
function isListed(sign: FolderSign, files: readonly FileHistory[]): boolean {
  if (sign !== "documentation") return true;
  return files.some(({ packages }) => packages.length > 0);
}
