import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";
import type { FoundRepository } from "./discover.ts";

/** Where a repository keeps its refs and objects. All paths absolute. */
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

/** Follows `.git` files, worktrees and alternates by reading files only; nothing is run. */
export async function locateRepository(found: FoundRepository): Promise<RepositoryPaths | Refusal> {
  const dotGit = join(found.folder, ".git");
  const kind = await kindOf(dotGit);
  let gitDir = found.folder;
  if (kind === "folder") gitDir = dotGit;
  if (kind === "file") {
    const pointer = await readPointer(dotGit);
    const target = /^gitdir:\s{0,8}(.{1,4000}?)\s{0,8}$/m.exec(pointer ?? "")?.[1];
    if (target === undefined)
      return { code: "not-a-repository", text: "its .git file names no git directory" };
    gitDir = isAbsolute(target) ? target : resolve(found.folder, target);
    if (!(await isWithin(gitDir, found.root)) && !(await pointsBack(gitDir, dotGit))) {
      return outside("its .git file", gitDir);
    }
  }
  const common = await readPointer(join(gitDir, "commondir"));
  const commonDir = common === null ? gitDir : resolve(gitDir, common.trim());
  const objectsDir = join(commonDir, "objects");
  if ((await kindOf(objectsDir)) !== "folder") {
    return { code: "not-a-repository", text: "it has no object database" };
  }
  if (
    !(await isWithin(objectsDir, found.root)) &&
    !(await isWithin(objectsDir, dirname(await realpath(gitDir)), 2))
  ) {
    return outside("its object folder", objectsDir);
  }
  const borrowed = await alternateOutside(objectsDir, found.root, 0);
  if (borrowed !== null) return outside("its list of alternates", borrowed);
  const shallow = join(commonDir, "shallow");
  const isShallow = (await kindOf(shallow)) === "file";
  return { gitDir, commonDir, objectsDir, shallowFile: isShallow ? shallow : null };
}

function outside(what: string, target: string): Refusal {
  return {
    code: "outside-folder",
    text: `${what} leads outside the folder that was given, to ${target.slice(0, 300)}`,
  };
}

async function kindOf(path: string): Promise<"folder" | "file" | "none"> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : found.isFile() ? "file" : "none";
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return "none";
    throw error;
  }
}

/** Text of a small file; null when there is none. */
async function readPointer(path: string): Promise<string | null> {
  if ((await kindOf(path)) !== "file") return null;
  return (await readFile(path, "utf8")).slice(0, longestPointer);
}

/** A linked worktree's directory names the `.git` file that belongs to it: only git, or its owner, can have put it there. */
async function pointsBack(gitDir: string, dotGit: string): Promise<boolean> {
  const back = await readPointer(join(gitDir, "gitdir"));
  if (back === null) return false;
  return (await realpathOrNull(back.trim())) === (await realpath(dotGit));
}

async function realpathOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** Is `path` inside `folder`, or inside the folder `up` levels above it? */
async function isWithin(path: string, folder: string, up = 0): Promise<boolean> {
  const real = await realpathOrNull(path);
  if (real === null) return false;
  let base = await realpath(folder);
  for (let level = 0; level < up; level++) base = dirname(base);
  return real === base || real.startsWith(base.endsWith(sep) ? base : base + sep);
}

/** The first alternate, followed to the end, that lies outside `root`; null when there is none. */
async function alternateOutside(
  objectsDir: string,
  root: string,
  depth: number,
): Promise<string | null> {
  const text = await readPointer(join(objectsDir, "info", "alternates"));
  if (text === null) return null;
  for (const line of text.split("\n")) {
    const target = line.trim();
    if (target === "" || target.startsWith("#")) continue;
    const path = isAbsolute(target) ? target : resolve(objectsDir, target);
    if (depth >= 5 || !(await isWithin(path, root))) return path;
    const further = await alternateOutside(path, root, depth + 1);
    if (further !== null) return further;
  }
  return null;
}
