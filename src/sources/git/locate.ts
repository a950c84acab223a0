import { realpath, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";
import { readPlainText } from "#kernel/plain-file.ts";
import { followAlternates } from "./alternates.ts";
import {
  entriesOfBytes,
  joinBytes,
  realBytesOrNull,
  shownPath,
  toBytePath,
  type BytePath,
} from "./byte-path.ts";
import { fileKind } from "./file-kind.ts";
import type { FoundRepository } from "./discover.ts";
import { OwnArea, parentOf, type Trespass } from "./own-area.ts";
import { strangeEntry, type StrangeEntry } from "./strange-files.ts";

/** Where a repository keeps its refs and objects. All paths absolute and without links. */
export interface RepositoryPaths {
  readonly gitDir: string;
  readonly commonDir: string;
  readonly objectsDir: string;
  readonly shallowFile: string | null;
}

/** Refused: the folder points at files outside the input, or of another repository, without that place pointing back. */
export interface Refusal {
  readonly code: "outside-folder" | "other-repository" | "not-a-repository";
  readonly text: string;
}

const longestPointer = 4096;
const longestConfiguration = 1_048_576;
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
  if (gitDir.includes(undecodable)) return noText(gitDir);
  const isInside = isWithin(gitDir, area);
  const own = new OwnArea(area.map(toBytePath), [toBytePath(area[1] ?? area[0] ?? gitDir)]);
  if (!isInside || isOfAnother(own, gitDir)) {
    const wrong = isInside ? otherRepository : outside;
    if (!(await pointsBack(gitDir, dotGit))) return wrong("its .git", gitDir);
  }
  const pointer = await readPointer(join(gitDir, "commondir"));
  const commonDir =
    pointer === null ? gitDir : await realpathOrNull(resolve(gitDir, pointer.trim()));
  if (commonDir === null) return noObjects;
  const isLinkedWorktree = dirname(dirname(gitDir)) === commonDir;
  if (!isInside && (commonDir === gitDir || isLinkedWorktree)) area.push(commonDir);
  if (!isWithin(commonDir, area)) return outside("its common directory", commonDir);
  const isElsewhere = commonDir !== gitDir && !isLinkedWorktree;
  if (isElsewhere && isOfAnother(own, commonDir))
    return otherRepository("its common directory", commonDir);
  // Without links, for git counts relative alternates from where a linked folder really lies.
  const objectsDir = await realpathOrNull(join(commonDir, "objects"));
  if (objectsDir?.includes(undecodable) === true) return noText(objectsDir);
  if (objectsDir === null || (await fileKind(objectsDir)) !== "folder") return noObjects;
  const trouble =
    (await strangeFile(gitDir, commonDir)) ??
    (await troubleBelow({ gitDir, commonDir, objectsDir }, area));
  if (trouble !== null) return trouble;
  const shallow = join(commonDir, "shallow");
  const isShallow = (await fileKind(shallow)) === "file";
  return { gitDir, commonDir, objectsDir, shallowFile: isShallow ? shallow : null };
}

type Places = Pick<RepositoryPaths, "gitDir" | "commonDir" | "objectsDir">;

/** Links and strange files among what git reads: all by bytes, for git reads what does not decode as well. */
async function troubleBelow(
  { gitDir, commonDir, objectsDir }: Places,
  area: readonly string[],
): Promise<Refusal | null> {
  const within = area.map(toBytePath);
  const own = new OwnArea(within, [...within.slice(1), toBytePath(gitDir), toBytePath(commonDir)]);
  const objects = toBytePath(objectsDir);
  const folders = [...new Set([gitDir, commonDir])].map(toBytePath);
  const wrongLink = linkThatTrespasses([...folders, ...objectFolders(objects)], own);
  if (wrongLink !== null) return refusalOf(wrongLink);
  const alternates = await followAlternates(objects, within);
  if (alternates.refused !== null)
    return outside("its list of alternates", shownPath(alternates.refused));
  for (const folder of alternates.folders) {
    own.lendTo(folder);
    const wrong = linkThatTrespasses(objectFolders(folder), own);
    if (wrong !== null) return refusalOf(wrong);
  }
  const refs = [gitDir, commonDir].flatMap((one) => [join(one, "refs"), join(one, "reftable")]);
  const looked = [objects, ...alternates.folders, ...refs.map(toBytePath)];
  const strange = await strangeEntry(looked, (real) => own.trespass(real));
  return strange === null ? null : refusalOf(strange);
}

/** Is it another repository's, and not merely a folder of its own for git's files? */
function isOfAnother(own: OwnArea, place: string): boolean {
  const path = toBytePath(place);
  return own.trespass(path) === "of-another" && own.repositoryAround(parentOf(path)) !== null;
}

/** What the system's library writes for bytes that are no UTF-8: no such path can be handed on to git. */
const undecodable = "\uFFFD";

function noText(path: string): Refusal {
  const text = `${path.slice(-300)} has a name that is not UTF-8: rename that folder`;
  return { code: "not-a-repository", text };
}

const noObjects: Refusal = { code: "not-a-repository", text: "it has no object database" };

function outside(what: string, target: string): Refusal {
  return {
    code: "outside-folder",
    text: `${what} leads outside the folder that was given, to ${target.slice(0, 300)}`,
  };
}

function otherRepository(what: string, target: string): Refusal {
  return {
    code: "other-repository",
    text: `${what} leads into another repository, to ${target.slice(0, 300)}`,
  };
}

const trespasses: Readonly<Record<Trespass, readonly [Refusal["code"], string]>> = {
  "leads-outside": ["outside-folder", "leads outside the folder that was given"],
  "of-another": ["other-repository", "leads into another repository"],
};

function refusalOf({ path, what }: StrangeEntry): Refusal {
  const shown = shownPath(path).slice(-300);
  if (what === "leads-outside" || what === "of-another") {
    const [code, words] = trespasses[what];
    return { code, text: `the link ${shown} ${words}` };
  }
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
  if ((await fileKind(path)) !== "file") return null;
  return (await readPlainText(path, 16 * megabyte))?.slice(0, longest) ?? null;
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
function linkThatTrespasses(folders: readonly BytePath[], own: OwnArea): StrangeEntry | null {
  for (const { path, kind } of folders.flatMap(entriesOfBytes)) {
    const real = kind === "link" ? realBytesOrNull(path) : null;
    const what = real === null ? null : own.trespass(real);
    if (what !== null) return { path, what };
  }
  return null;
}

function objectFolders(objectsDir: BytePath): BytePath[] {
  return [objectsDir, ...["pack", "info"].map((name) => joinBytes(objectsDir, toBytePath(name)))];
}
