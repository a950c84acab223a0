import { readdir, realpath } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { readPlainText } from "#kernel/plain-file.ts";
import { discoverRepositories } from "#sources/git/discover.ts";

const longestPointer = 4096;

/** The git repositories that a folder stands in, the innermost first: real paths. None for a folder that is not there. */
export async function repositoriesAround(folder: string): Promise<string[]> {
  const found: string[] = [];
  let at = await realpathOrNull(folder);
  while (at !== null) {
    if (await isRepository(at)) found.push(at);
    const parent = dirname(at);
    at = parent === at ? null : parent;
  }
  return found;
}

/**
 * Does the folder stand in a repository that is read when `folders` are? What lies there is somebody else's word about the
 * repository, and says nothing of how it is to be read. Links and linked work trees count as what they lead to.
 */
export async function standsInWhatIsRead(
  folder: string,
  folders: readonly string[],
): Promise<boolean> {
  const around = await repositoriesAround(folder);
  if (around.length === 0) return false;
  const own = new Set((await Promise.all(around.map(placesOf))).flat());
  for (const one of folders) {
    const real = await realpathOrNull(one);
    if (real === null) continue;
    if ([...own].some((place) => isWithin(place, real))) return true;
    // A link among the clones may lead to where we stand.
    const { repositories } = await discoverRepositories(resolve(one)).catch(() => ({
      repositories: [],
    }));
    for (const repository of repositories)
      if (own.has((await realpathOrNull(repository.folder)) ?? "")) return true;
  }
  return false;
}

/** Where the repository lies, and the one that a linked work tree belongs to. */
async function placesOf(repository: string): Promise<string[]> {
  const dotGit = join(repository, ".git");
  const target = /^gitdir:\s{0,8}(.{1,4000})$/m.exec(await pointerAt(dotGit))?.[1]?.trim();
  const gitDir = target === undefined ? null : await realpathOrNull(resolve(repository, target));
  if (gitDir === null) return [repository];
  const main = /^(.{1,4000})[\\/]\.git(?:[\\/]|$)/.exec(gitDir)?.[1];
  return [repository, gitDir, ...(main === undefined ? [] : [main])];
}

/** What a `.git` that is a file says; nothing where it is a folder, or anything else. */
async function pointerAt(dotGit: string): Promise<string> {
  return (await readPlainText(dotGit, longestPointer).catch(() => null)) ?? "";
}

async function isRepository(folder: string): Promise<boolean> {
  const names = new Set(await readdir(folder).catch(() => []));
  return names.has(".git") || (names.has("HEAD") && names.has("objects") && names.has("refs"));
}

async function realpathOrNull(path: string): Promise<string | null> {
  return realpath(path).catch(() => null);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
