import { readFile, readdir, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";
import type { FoundRepository } from "./discover.ts";
import { strangeEntry, type StrangeEntry } from "./strange-files.ts";
import { fileKind } from "./file-kind.ts";

/** Where a repository keeps its refs and objects. All paths absolute and without links. */
export interface RepositoryPaths {
  readonly gitDir: string;
  readonly commonDir: string;
  readonly objectsDir: string;
  readonly shallowFile: string | null;
}

/** Refused: the folder points at files outside the input without that place pointing back. */
export interface Refusal {
  readonly code: "outside-folder" | "not-a-repository";
  readonly text: string;
}

const longestPointer = 4096;
const longestAlternates = 65_536;
const longestConfiguration = 1_048_576;
const deepestAlternate = 5;
const megabyte = 1_048_576;
/** Git's own small files, read whole by git or by us: larger ones are made to fill memory. */
const largest: ReadonlyMap<string, number> = new Map([
  ["HEAD", megabyte],
  ["config", 16 * megabyte],
  ["shallow", 64 * megabyte],
  ["packed-refs", 256 * megabyte],
  ["index", 1024 * megabyte],
]);

/** Those that each work tree has for itself. */
const ofWorkTree: ReadonlySet<string> = new Set(["HEAD", "index"]);

/** Follows `.git` files, worktrees and alternates by reading files only; nothing is run. */
export async function locateRepository(found: FoundRepository): Promise<RepositoryPaths | Refusal> {
  const area = [await realpath(found.root), await realpath(found.folder)];
  const dotGit = join(found.folder, ".git");
  const target = await gitDirOf(found.folder, dotGit);
  const gitDir = target === null ? null : await realpathOrNull(target);
  if (target === null || gitDir === null) {
    return { code: "not-a-repository", text: "its .git file names no git directory" };
  }
  const isInside = isWithin(gitDir, area);
  if (!isInside && !(await pointsBack(gitDir, dotGit))) return outside("its .git", gitDir);
  const pointer = await readPointer(join(gitDir, "commondir"));
  const commonDir =
    pointer === null ? gitDir : await realpathOrNull(resolve(gitDir, pointer.trim()));
  if (commonDir === null) return noObjects;
  const isLinkedWorktree = dirname(dirname(gitDir)) === commonDir;
  if (!isInside && (commonDir === gitDir || isLinkedWorktree)) area.push(commonDir);
  if (!isWithin(commonDir, area)) return outside("its common directory", commonDir);
  // Without links, for git counts relative alternates from where a linked folder really lies.
  const objectsDir = await realpathOrNull(join(commonDir, "objects"));
  if (objectsDir === null || (await fileKind(objectsDir)) !== "folder") return noObjects;
  const trouble =
    (await strangeFile(gitDir, commonDir)) ??
    (await linkOutside([...new Set([gitDir, commonDir]), ...objectFolders(objectsDir)], area));
  if (trouble !== null) return trouble;
  const alternates = new Set<string>();
  const borrowed = await alternateOutside(objectsDir, area, 0, alternates);
  if (borrowed !== null) return outside("its list of alternates", borrowed);
  const refs = [gitDir, commonDir].flatMap((one) => [join(one, "refs"), join(one, "reftable")]);
  const strange = await strangeEntry([objectsDir, ...alternates, ...refs], (real) =>
    isWithin(real, area),
  );
  if (strange !== null) return refusalOf(strange);
  const shallow = join(commonDir, "shallow");
  const isShallow = (await fileKind(shallow)) === "file";
  return { gitDir, commonDir, objectsDir, shallowFile: isShallow ? shallow : null };
}

const noObjects: Refusal = { code: "not-a-repository", text: "it has no object database" };

function outside(what: string, target: string): Refusal {
  return {
    code: "outside-folder",
    text: `${what} leads outside the folder that was given, to ${target.slice(0, 300)}`,
  };
}

function refusalOf({ path, what }: StrangeEntry): Refusal {
  const shown = path.slice(-300);
  if (what === "leads-outside")
    return {
      code: "outside-folder",
      text: `the link ${shown} leads outside the folder that was given`,
    };
  return {
    code: "not-a-repository",
    text:
      what === "too-many"
        ? "it has more loose files than can be looked at: `git gc` packs them"
        : `${shown} is no plain file: git would wait on it for ever`,
  };
}

/** The git directory as the folder names it; null where its .git file says nothing. */
async function gitDirOf(folder: string, dotGit: string): Promise<string | null> {
  const kind = await fileKind(dotGit);
  if (kind === "none") return folder;
  if (kind === "folder") return dotGit;
  const target = /^gitdir:\s{0,8}(.{1,4000}?)\s{0,8}$/m.exec(
    (await readPointer(dotGit)) ?? "",
  )?.[1];
  return target === undefined ? null : resolve(folder, target);
}

/** Text of a small file; null when there is none. */
async function readPointer(path: string, longest = longestPointer): Promise<string | null> {
  if ((await fileKind(path)) !== "file" || (await stat(path)).size > 16 * megabyte) return null;
  return (await readFile(path, "utf8")).slice(0, longest);
}

/**
 * A linked worktree's directory names the `.git` file that belongs to it, a submodule's configuration the work tree:
 * only git, or the owner of that place, can have put it there.
 */
async function pointsBack(gitDir: string, dotGit: string): Promise<boolean> {
  const worktree = await readPointer(join(gitDir, "gitdir"));
  if (worktree !== null) {
    return (await realpathOrNull(resolve(gitDir, worktree.trim()))) === (await realpath(dotGit));
  }
  const configuration = await readPointer(join(gitDir, "config"), longestConfiguration);
  const folder = /^\s{0,16}worktree\s{0,8}=\s{0,8}(.{1,4000}?)\s{0,8}$/m.exec(
    configuration ?? "",
  )?.[1];
  if (folder === undefined) return false;
  return (await realpathOrNull(resolve(gitDir, folder))) === (await realpath(dirname(dotGit)));
}

async function realpathOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP") return null;
    throw error;
  }
}

/** Is `real`, a path without links, one of the folders or inside one? */
function isWithin(real: string, area: readonly string[]): boolean {
  return area.some(
    (base) => real === base || real.startsWith(base.endsWith(sep) ? base : base + sep),
  );
}

/** Git's own small files: pipes and devices in their place, on which git would wait for ever, and files without end. */
async function strangeFile(gitDir: string, commonDir: string): Promise<Refusal | null> {
  for (const [name, most] of largest) {
    const path = join(ofWorkTree.has(name) ? gitDir : commonDir, name);
    const kind = await fileKind(path);
    const wrong =
      kind === "other" || kind === "folder"
        ? "is no plain file"
        : kind === "file" && (await stat(path)).size > most
          ? `is larger than ${String(most / megabyte)} MB`
          : null;
    if (wrong !== null) return { code: "not-a-repository", text: `${path.slice(-300)} ${wrong}` };
  }
  return null;
}

/** Links inside a git directory that lead elsewhere: to another's objects, or to a file that git would quote in an error. */
async function linkOutside(
  folders: readonly string[],
  area: readonly string[],
): Promise<Refusal | null> {
  for (const folder of folders) {
    if ((await fileKind(folder)) !== "folder") continue;
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isSymbolicLink()) continue;
      const real = await realpathOrNull(join(folder, entry.name));
      if (real !== null && !isWithin(real, area)) {
        return outside(`the link ${entry.name} in its git directory`, real);
      }
    }
  }
  return null;
}

function objectFolders(objectsDir: string): string[] {
  return [objectsDir, join(objectsDir, "pack"), join(objectsDir, "info")];
}

/** The first alternate, followed to the end, that lies outside the area; null when there is none. Read as git reads it. */
async function alternateOutside(
  objectsDir: string,
  area: readonly string[],
  depth: number,
  seen: Set<string>,
): Promise<string | null> {
  const list = join(objectsDir, "info", "alternates");
  if ((await fileKind(list)) !== "file") return null;
  if ((await stat(list)).size > longestAlternates) return list;
  for (const target of (await readFile(list, "utf8")).split("\n")) {
    if (target === "" || target.startsWith("#")) continue;
    // Git unquotes such a line; nobody needs one, so it counts as outside.
    if (target.startsWith('"')) return target;
    // Newer versions of git follow links step by step, older ones first take `..` out by the letters: both must be inside.
    const written = isAbsolute(target) ? target : `${objectsDir}${sep}${target}`;
    for (const path of new Set([resolve(written), written])) {
      const real = await realpathOrNull(path);
      if (real === null) continue;
      if (depth >= deepestAlternate || !isWithin(real, area)) return path;
      // Lists that name each other a thousand times over must not be followed along every way.
      if (seen.has(real)) continue;
      seen.add(real);
      if ((await linkOutside(objectFolders(real), area)) !== null) return path;
      const further = await alternateOutside(real, area, depth + 1, seen);
      if (further !== null) return further;
    }
  }
  return null;
}
