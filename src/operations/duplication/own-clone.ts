import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { repositoryId } from "#model/identifiers.ts";
import { locateRepository, type RepositoryPaths } from "#sources/git/locate.ts";
import { readRemote } from "#sources/git/refs.ts";
import type { IndexedRepository } from "#store/files/clones/index-layout.ts";

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
  const ids = new Set<string>();
  const remote = await readRemote(paths.commonDir);
  if (remote === null) {
    for (const assessed of assessedFolders) {
      const root = await realpath(assessed).catch(() => null);
      const below = root === null ? ".." : relative(root, folder).split(sep).join("/");
      if (below.startsWith("..")) continue;
      const name = (below === "" ? basename(folder) : below).replace(/\.git$/, "");
      ids.add(repositoryId(null, name));
    }
  } else ids.add(repositoryId(remote, ""));
  const number = repositories.findIndex(({ id }) => ids.has(id));
  return number < 0 ? null : number;
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
