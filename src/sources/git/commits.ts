import { saneTime } from "./graph.ts";
import { LineReader } from "./line-reader.ts";
import { decodePath } from "./byte-path.ts";
import type { ObjectBatch } from "./object-batch.ts";
import { readObjects, type GitLocation } from "./run.ts";

export interface FoundCommit {
  readonly commit: string;
  /** Committer time, seconds since the epoch. */
  readonly at: number;
}

/** Asks which commits objects (commits, or tags of any depth) lead to; `found` stays without those that lead to none. */
export function askForCommits(
  batch: ObjectBatch,
  objects: readonly string[],
): ReadonlyMap<string, FoundCommit> {
  const found = new Map<string, FoundCommit>();
  batch.ask(
    objects.map((object) => `${object}^{commit}`),
    (index, content, _reason, commit) => {
      const object = objects[index];
      if (content !== null && object !== undefined)
        found.set(object, { commit, at: committerTime(content) });
    },
  );
  return found;
}

function committerTime(content: Buffer): number {
  const start = content.indexOf("\ncommitter ");
  const end = start < 0 ? -1 : content.indexOf(10, start + 1);
  if (end < 0) return 0;
  const line = content.toString("latin1", Math.max(start, end - 60), end);
  return saneTime(Number(/> (\d{1,20}) [+-]\d{1,9}$/.exec(line)?.[1] ?? 0));
}

export interface CommitChange {
  readonly commit: string;
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Above so many paths, or where a path is not plain, all changes are asked for and filtered here: git compares every name with
 * every path that it is given, and with 160 it takes three times as long as with none.
 */
const mostPathspecs = 16;
const plainPath = /^[\x20-\x7e]{1,4000}$/;

/** What each of `commits` changed in `paths`, against its parent (a root against nothing). Merges say nothing. */
export async function diffCommits(
  location: GitLocation,
  commits: readonly string[],
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<CommitChange[]> {
  const changes: CommitChange[] = [];
  if (commits.length === 0 || paths.length === 0) return changes;
  const wanted = new Set(paths);
  const isShort = wanted.size <= mostPathspecs && paths.every((path) => plainPath.test(path));
  let commit = "";
  let header: string | null = null;
  const reader = new LineReader((bytes, from, end) => {
    if (header !== null) {
      const path = decodePath(bytes, from, end);
      if (wanted.has(path)) {
        const [, , before, after] = header.split(" ");
        changes.push({ commit, path, before: presentId(before), after: presentId(after) });
      }
      header = null;
    } else if (bytes[from] === 58) {
      header = bytes.toString("latin1", from + 1, end);
    } else {
      commit = bytes.toString("latin1", from, end);
    }
  }, 0);
  await readObjects(
    location,
    [
      "diff-tree",
      "--stdin",
      "-r",
      "--root",
      "--raw",
      "-z",
      "--no-abbrev",
      "--no-renames",
      "--",
      ...(isShort ? wanted : []),
    ],
    {
      input: `${commits.join("\n")}\n`,
      onOutput: (chunk) => reader.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  reader.end();
  return changes;
}

function presentId(id: string | undefined): string | null {
  return id === undefined || /^0{40,64}$/.test(id) ? null : id;
}
