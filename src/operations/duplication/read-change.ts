import { createHash } from "node:crypto";
import { realpath, rm } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { leftOutByPath, MAX_FILE_BYTES } from "#insight/duplication/left-out.ts";
import { languageByName } from "#insight/duplication/languages/languages.ts";
import { FulcrumError, systemCodeOf } from "#kernel/errors.ts";
import { readBeginning } from "#kernel/plain-file.ts";
import { readBlobs } from "#sources/git/blobs.ts";
import { makeTemporaryFolder } from "#sources/git/temporary-folder.ts";
import {
  changedBetween,
  changedInIndex,
  changedInWorkTree,
  excludeFile,
  type ChangedFile,
} from "#sources/git/changed-files.ts";
import { readStanding } from "#sources/git/refs.ts";
import { mergeBase, resolveRevision } from "#sources/git/revision.ts";
import type { GitLocation } from "#sources/git/run.ts";
import { createShadow, requireGit } from "#sources/git/shadow.ts";
import type { OwnClone } from "./own-clone.ts";

/** Which change is meant. */
export type ChangeKind =
  | { readonly kind: "working-tree" | "index" }
  | { readonly kind: "commits"; readonly base: string };

/** A file of a change with what stood there before; null: it is new. */
export interface ChangedText {
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array;
}

export interface Change {
  readonly kind: ChangeKind["kind"];
  /** The commit that it is compared with. */
  readonly base: string;
  /** Null: not committed. */
  readonly head: string | null;
  /** Files that take part in no comparison, with why. */
  readonly notCompared: readonly { readonly path: string; readonly reason: string }[];
  /** The base has no history in common that is at hand: the two commits themselves were compared. */
  readonly isUnrelated: boolean;
}

/** Known before any file is handed over. */
export interface ListedChange {
  /** Every path that is not as it was, also those that are gone. */
  readonly paths: readonly string[];
  /** How many files will be handed over, but for those that cannot be read. */
  readonly filesCount: number;
}

/** A change of more files is a new code base: the first ones are compared, the others counted. */
const mostFiles = 10_000;
/** Files whose contents are in memory at a time. */
const batch = 32;
const emptyTrees = {
  sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
};

/**
 * Hands over the files of a change one by one (to what `begin` gives), and says what it is. Reads objects through a shadow, and the work tree itself.
 * Throws `git-missing`, `git-too-old`, `git-failed`, `usage` (a revision that is not there).
 */
export async function readChange(
  clone: OwnClone,
  wanted: ChangeKind,
  signal: AbortSignal,
  begin: (listed: ListedChange) => (file: ChangedText) => void,
): Promise<Change> {
  await requireGit();
  const { gitDir, commonDir, objectsDir, shallowFile } = clone.paths;
  const standing = await readStanding({ gitDir, commonDir }, signal);
  const format = standing.head?.length === 64 ? "sha256" : "sha1";
  const temporary = await makeTemporaryFolder();
  try {
    const shadowDir = await createShadow(temporary, format);
    const location = { gitDir, objectsDir, shallowFile, shadowDir };
    const found = await findChange(clone, location, standing, wanted, signal, emptyTrees[format]);
    const notCompared: { path: string; reason: string }[] = [];
    const files = found.files.filter(({ path, isGone }) => {
      const reason = isGone ? null : reasonByPath(path);
      if (reason !== null) notCompared.push({ path, reason });
      return !isGone && reason === null;
    });
    for (const { path } of files.splice(mostFiles)) notCompared.push({ path, reason: "too-many" });
    const paths = found.files.map((file) => file.path);
    const take = begin({ paths, filesCount: files.length });
    for (let from = 0; from < files.length; from += batch) {
      signal.throwIfAborted();
      const some = files.slice(from, from + batch);
      const texts = await readTexts({ clone, location, signal }, some);
      some.forEach(({ path }, at) => {
        const { before = null, after = null } = texts[at] ?? {};
        if (after === null) notCompared.push({ path, reason: "unreadable" });
        else take({ path, before, after });
      });
    }
    const { base, head, isUnrelated } = found;
    return { kind: wanted.kind, base, head, notCompared, isUnrelated };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

interface FoundChange {
  readonly base: string;
  readonly head: string | null;
  readonly files: ChangedFile[];
  readonly isUnrelated: boolean;
}

async function findChange(
  clone: OwnClone,
  location: GitLocation,
  standing: Awaited<ReturnType<typeof readStanding>>,
  wanted: ChangeKind,
  signal: AbortSignal,
  emptyTree: string,
): Promise<FoundChange> {
  if (wanted.kind !== "commits") {
    if (clone.isBare)
      throw new FulcrumError(
        "usage",
        `${clone.folder} is a bare repository: nothing is checked out there.`,
        "Compare commits: fulcrum duplicates --base REV",
      );
    const { folder, paths } = clone;
    const tree = { folder, indexFile: join(paths.gitDir, "index") };
    const base = standing.head ?? emptyTree;
    if (wanted.kind === "index") {
      const staged = await changedInIndex(location, tree, base, signal);
      return { base, head: null, files: staged, isUnrelated: false };
    }
    const exclude = excludeFile(paths.commonDir);
    const files: ChangedFile[] = [];
    for (const file of await changedInWorkTree(location, { ...tree, exclude }, base, signal))
      if (!(await isTouchedOnly(clone, file))) files.push(file);
    return { base, head: null, files, isUnrelated: false };
  }
  const { head } = standing;
  const named = await resolveRevision(location, standing, wanted.base, signal);
  if (head === null || named === null)
    throw new FulcrumError(
      "usage",
      head === null
        ? `${clone.folder} has no commit yet.`
        : `There is no commit ${wanted.base} in ${clone.folder}.`,
      "Name a branch, tag or commit that is there; in a pipeline fetch it first, with its history.",
    );
  const meeting = await mergeBase(location, named, head, signal);
  const base = meeting ?? named;
  const files = await changedBetween(location, base, head, signal);
  return { base, head, files, isUnrelated: meeting === null };
}

/** Git tells of files by their times; what was written again as it was is no change. */
async function isTouchedOnly(clone: OwnClone, file: ChangedFile): Promise<boolean> {
  const { path, before, after, isGone } = file;
  if (before === null || after !== null || isGone) return false;
  const bytes = await readWorking(clone, path);
  if (bytes === null || bytes.length > MAX_FILE_BYTES) return false;
  const hash = createHash(before.length === 64 ? "sha256" : "sha1");
  hash.update(`blob ${String(bytes.length)}\0`).update(bytes);
  return hash.digest("hex") === before;
}

function reasonByPath(path: string): string | null {
  return leftOutByPath(path) ?? (languageByName(path) === null ? "unknown-language" : null);
}

interface TextSource {
  readonly clone: OwnClone;
  readonly location: GitLocation;
  readonly signal: AbortSignal;
}

interface Texts {
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** Contents of some files, blobs through one process. */
async function readTexts(
  { clone, location, signal }: TextSource,
  files: readonly ChangedFile[],
): Promise<Texts[]> {
  const blobs = new Map<string, Uint8Array>();
  const wanted = files.flatMap(({ before, after }) => [before, after].filter((id) => id !== null));
  await readBlobs(
    location,
    wanted,
    (index, content) => {
      const id = wanted[index];
      // What is longer counts as too large all the same.
      if (content !== null && id !== undefined)
        blobs.set(id, Uint8Array.from(content.subarray(0, MAX_FILE_BYTES + 1)));
    },
    { signal },
  );
  const blobOf = (id: string | null): Uint8Array | null =>
    id === null ? null : (blobs.get(id) ?? null);
  return Promise.all(
    files.map(async ({ path, before, after }) => ({
      before: blobOf(before),
      after: after === null ? await readWorking(clone, path) : blobOf(after),
    })),
  );
}

/** A file of the work tree, up to one byte more than any comparison takes in; null where it is gone, or leads outside. */
async function readWorking({ folder }: OwnClone, path: string): Promise<Uint8Array | null> {
  const place = join(folder, path);
  try {
    const parent = await realpath(dirname(place));
    if (parent !== folder && !parent.startsWith(`${folder}${sep}`)) return null;
    return await readBeginning(place, MAX_FILE_BYTES + 1, { noLink: true });
  } catch (error) {
    if (systemCodeOf(error) === null) throw error;
    return null; // gone since it was listed, or not ours to read: counted by the caller
  }
}
