import { FulcrumError } from "#kernel/errors.ts";
import { decodePath } from "./byte-path.ts";
import { saneTime } from "./graph.ts";
import { LineReader } from "./line-reader.ts";
import { readObjects, type GitLocation } from "./run.ts";

/** One changed path of one mainline commit. Object ids are null where the path is absent, a link or a submodule. */
export interface MainlineVisitor {
  /** Newest first. `at`: committer time as git prints it. */
  commit(id: string): void;
  /**
   * `object` is null when the path is gone or is no plain file; `previous` is what the change replaced, told only where
   * history is read from some commit on. `wasThere`: as a plain file.
   */
  change(path: string, object: string | null, previous: string | null, wasThere: boolean): void;
}

/**
 * What the default branch contained, and when: one pass of `git log --first-parent -m --raw -z`, newest first, without
 * pathspecs (filtering here is faster). `after` limits it to what came since that commit.
 */
export async function readMainline(
  location: GitLocation,
  range: { readonly head: string; readonly after: string | null },
  visitor: MainlineVisitor,
  signal?: AbortSignal,
): Promise<void> {
  const reader = new LineReader(recordTaker(visitor, range.after !== null), 0);
  await readObjects(
    location,
    [
      "log",
      "--first-parent",
      "-m",
      "--raw",
      "-z",
      "--no-abbrev",
      "--no-renames",
      "--root",
      "--format=%H",
      range.head,
      ...(range.after === null ? [] : [`^${range.after}`]),
      "--",
    ],
    { onOutput: (chunk) => reader.push(chunk), ...(signal === undefined ? {} : { signal }) },
  );
  reader.end();
}

/**
 * Which paths below `folders` (where these are many: any paths) commits change. Each is an id, or two with a space between them: a commit and the parent that
 * it is compared with. A merge alone says nothing. Where the commits are known this takes two thirds of what `git log` with
 * the same folders does, which compares each tree twice.
 */
export async function readTouches(
  location: GitLocation,
  {
    commits,
    folders,
  }: { readonly commits: readonly string[]; readonly folders: readonly string[] },
  visitor: MainlineVisitor,
  signal?: AbortSignal,
): Promise<void> {
  if (commits.length === 0) return;
  const reader = new LineReader(recordTaker(visitor, false), 0);
  // Git compares every path with every folder that it is given: beyond some the reader's own look-ups cost less.
  const asked = folders.length > mostPathspecs ? [] : folders;
  const options = ["--stdin", "-r", "--root", "--raw", "-z", "--no-abbrev", "--no-renames"];
  await readObjects(location, ["diff-tree", ...options, "--", ...asked], {
    input: `${commits.join("\n")}\n`,
    onOutput: (chunk) => reader.push(chunk),
    ...(signal === undefined ? {} : { signal }),
  });
  reader.end();
}

export interface MainlineCommit {
  readonly commit: string;
  readonly at: number;
  readonly tree: string;
}

/** Commits of the default branch with their committer times and trees, oldest first; no diffs. */
export async function readMainlineTimes(
  location: GitLocation,
  head: string,
  signal?: AbortSignal,
): Promise<MainlineCommit[]> {
  const found: MainlineCommit[] = [];
  const reader = new LineReader((bytes, from, end) => {
    const [commit = "", at = "", tree = ""] = bytes.toString("latin1", from, end).split(" ");
    found.push({ commit, at: saneTime(Number(at)), tree });
  });
  await readObjects(location, ["log", "--first-parent", "--format=%H %ct %T", head, "--"], {
    onOutput: (chunk) => reader.push(chunk),
    ...(signal === undefined ? {} : { signal }),
  });
  reader.end();
  return found.reverse();
}

const mostPathspecs = 100;

/** Folders that a path lies in, the innermost first, without the root. */
export function* foldersAbove(path: string): Generator<string> {
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1))
    yield path.slice(0, slash);
}

/** Files of one tree, or changed by one commit: the largest trees known have half as many. */
const mostFiles = 1_000_000;

/**
 * Throws `tree-too-large`, which ends git as well. A few kilobytes of trees that name one another many times over stand for
 * more paths than there is memory.
 */
export function checkFilesCount(filesCount: number, commit: string): void {
  if (filesCount < mostFiles) return;
  throw new FulcrumError(
    "tree-too-large",
    `Commit ${commit.slice(0, 12)} names more than ${String(mostFiles)} files.`,
    "Such a repository is not read; the others are assessed all the same.",
  );
}

/** Of folders in one another: what lies deeper has no place on a disk either, and a few kilobytes of trees go down for ever. */
const mostFolders = 500;

/** The path in a record of `commit`. Throws `tree-too-large`, for every folder is compared with all those above it. */
export function pathIn(bytes: Buffer, from: number, end: number, commit: string): string {
  const path = decodePath(bytes, from, end);
  if (path.length > 2 * mostFolders && countOf(path, "/") > mostFolders)
    throw new FulcrumError(
      "tree-too-large",
      `Commit ${commit.slice(0, 12)} has a file in more than ${String(mostFolders)} folders, one in the other.`,
      "Such a repository is not read; the others are assessed all the same.",
    );
  return path;
}

function countOf(text: string, sought: string): number {
  let count = 0;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) count++;
  return count;
}

const colon = 58;
const newline = 10;
const space = 32;

/** With -z the stream is: id NUL, then for each change `[\n]:modes ids status` NUL path NUL. */
function recordTaker(
  visitor: MainlineVisitor,
  wantsPrevious: boolean,
): (bytes: Buffer, from: number, end: number) => void {
  let isPathNext = false;
  let object: string | null = null;
  let previous: string | null = null;
  let wasFile = false;
  let commit = "";
  let changesCount = 0;
  return (bytes, from, end) => {
    if (isPathNext) {
      isPathNext = false;
      checkFilesCount(changesCount++, commit);
      visitor.change(pathIn(bytes, from, end, commit), object, previous, wasFile);
      return;
    }
    const start = bytes[from] === newline ? from + 1 : from;
    if (start >= end) return;
    if (bytes[start] !== colon) {
      commit = bytes.toString("latin1", start, end);
      changesCount = 0;
      visitor.commit(commit);
      return;
    }
    // ":100644 100644 <old> <new> M": the new mode tells a plain file (100…) from a link (12…) or a submodule (16…).
    const secondMode = start + 8;
    const oldId = secondMode + 7;
    const newId = bytes.indexOf(space, oldId) + 1;
    const isFile = bytes[secondMode] === 49 && bytes[secondMode + 1] === 48;
    object = isFile ? bytes.toString("latin1", newId, bytes.indexOf(space, newId)) : null;
    wasFile = bytes[start + 1] === 49 && bytes[start + 2] === 48;
    if (wantsPrevious) previous = wasFile ? bytes.toString("latin1", oldId, newId - 1) : null;
    isPathNext = true;
  };
}
