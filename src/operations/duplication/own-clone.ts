import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { repositoryId } from "#model/identifiers.ts";
import { locateRepository, type RepositoryPaths } from "#sources/git/locate.ts";
import { readRemote } from "#sources/git/remote.ts";
import type { IndexedRepository } from "#ports/clone-store.ts";
import { folderNames } from "../reading/folder-names.ts";

/** The clone that a file or a person stands in. */
export interface OwnClone {
  /** Real path of the work tree, or of the bare repository. */
  readonly folder: string;
  readonly isBare: boolean;
  readonly paths: RepositoryPaths;
}

export interface RefusedClone {
  readonly folder: string;
  readonly refusal: string;
}

/** The repository around a folder; null where there is none. Found by reading files only. */
export async function findClone(start: string): Promise<OwnClone | RefusedClone | null> {
  let folder = await realpath(start).catch(() => null);
  for (; folder !== null; folder = dirname(folder) === folder ? null : dirname(folder)) {
    const isBare = await isBareRepository(folder);
    if (!isBare && !(await exists(join(folder, ".git")))) continue;
    const paths = await locateRepository({ folder, name: basename(folder), root: folder });
    return "code" in paths ? { folder, refusal: paths.text } : { folder, isBare, paths };
  }
  return null;
}

/** Its number among the repositories indexed: by its remote, else by its place below the folders that were assessed. */
export async function numberInIndex(
  { folder, paths }: OwnClone,
  repositories: readonly IndexedRepository[],
  assessedFolders: readonly string[],
): Promise<number | null> {
  const { address: remote } = await readRemote(paths.commonDir);
  if (remote !== null) {
    const id = repositoryId(remote, "").toLowerCase();
    return numberOrNull(repositories.findIndex((one) => one.id.toLowerCase() === id));
  }
  const names = new Set<string>();
  for (const assessed of assessedFolders) {
    const root = await realpath(assessed).catch(() => null);
    const below = root === null ? ".." : relative(root, folder).split(sep).join("/");
    if (root !== null && !below.startsWith(".."))
      for (const name of namesBelow(root, folder, below)) names.add(name);
  }
  // The longest is the one that was needed to tell folders apart: the shorter are others'.
  const [id] = [...names]
    .map((name) => repositoryId(null, name))
    .filter((one) => repositories.some((known) => known.id === one))
    .sort((a, b) => b.length - a.length);
  return id === undefined ? null : repositories.findIndex((one) => one.id === id);
}

function numberOrNull(number: number): number | null {
  return number < 0 ? null : number;
}

function namesBelow(root: string, folder: string, below: string): string[] {
  const path = below === "" ? basename(folder) : below;
  return folderNames({ name: path.replace(/\.git$/, ""), folder, root });
}

/** POSIX path within the clone; null where the file lies outside. */
export async function pathWithin({ folder }: OwnClone, file: string): Promise<string | null> {
  const parent = await realpath(dirname(file)).catch(() => null);
  if (parent === null) return null;
  const path = relative(folder, join(parent, basename(file)));
  return path.startsWith("..") ? null : path.split(sep).join("/");
}

async function isBareRepository(folder: string): Promise<boolean> {
  for (const name of ["HEAD", "objects", "refs"])
    if (!(await exists(join(folder, name)))) return false;
  return true;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
