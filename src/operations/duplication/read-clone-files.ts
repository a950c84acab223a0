import { closeSync, constants, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { SHARD_TOKENS } from "#insight/duplication/find-clones.ts";
import { MAX_FILE_BYTES } from "#insight/duplication/left-out.ts";
import { FileReader, type LeftOut } from "#insight/duplication/read-files.ts";
import type { TokenShard } from "#insight/duplication/token-shard.ts";
import { systemCodeOf } from "#kernel/errors.ts";
import { readBlobs } from "#sources/git/blobs.ts";
import type { GitLocation } from "#sources/git/run.ts";
import { listTree } from "#sources/git/tree.ts";

export interface ReadFilesTask {
  readonly kind: "files";
  readonly name: string;
  /** The tree at a commit of a repository, or a plain folder. */
  readonly from:
    | { readonly location: GitLocation; readonly commit: string }
    | { readonly folder: string };
}

export interface ReadFilesResult {
  readonly kind: "files";
  readonly name: string;
  /** Sorted; a file's number in the shards is its place here. */
  readonly paths: readonly string[];
  readonly shards: readonly TokenShard[];
  readonly linesCount: number;
  readonly leftOut: readonly LeftOut[];
  /** Files that could not be read, with why. */
  readonly unreadable: readonly { readonly path: string; readonly text: string }[];
}

/** Tokens and fingerprints of all files of one repository or folder. */
export async function readCloneFiles(
  task: ReadFilesTask,
  signal?: AbortSignal,
): Promise<ReadFilesResult> {
  const { from, name } = task;
  return "folder" in from ? readFolder(name, from.folder) : readTree(name, from, signal);
}

class ShardCollector {
  readonly reader = new FileReader();
  readonly shards: TokenShard[] = [];
  readonly unreadable: { path: string; text: string }[] = [];

  add(number: number, path: string, bytes: Uint8Array): void {
    this.reader.add(number, path, bytes);
    if (this.reader.pendingTokens >= SHARD_TOKENS) this.shards.push(this.reader.takeShard());
  }

  result(name: string, paths: readonly string[]): ReadFilesResult {
    this.shards.push(this.reader.takeShard());
    return {
      kind: "files",
      name,
      paths,
      shards: this.shards,
      linesCount: this.reader.linesCount,
      leftOut: this.reader.leftOutCounts(),
      unreadable: this.unreadable,
    };
  }
}

async function readTree(
  name: string,
  from: { readonly location: GitLocation; readonly commit: string },
  signal: AbortSignal | undefined,
): Promise<ReadFilesResult> {
  const collector = new ShardCollector();
  const tree = await listTree(from.location, from.commit, signal);
  const files = tree.toSorted((a, b) => compare(a.path, b.path));
  const wanted = files
    .map((file, number) => ({ ...file, number }))
    .filter((file) => collector.reader.wants(file.path));
  await readBlobs(
    from.location,
    wanted.map((file) => file.object),
    (index, content, reason) => {
      const file = wanted[index];
      if (file === undefined) return;
      if (content === null)
        collector.unreadable.push({ path: file.path, text: reason ?? "missing" });
      else collector.add(file.number, file.path, content);
    },
    signal,
  );
  return collector.result(
    name,
    files.map((file) => file.path),
  );
}

const skippedFolders = new Set([".git", "node_modules"]);
const mostFiles = 1_000_000;

/** Synchronous: the thread has nothing else to do, and small files cost several times as much otherwise. */
function readFolder(name: string, folder: string): ReadFilesResult {
  const collector = new ShardCollector();
  const paths = listFolder(folder).sort(compare);
  const buffer = new Uint8Array(MAX_FILE_BYTES + 1);
  for (const [number, path] of paths.entries()) {
    if (!collector.reader.wants(path)) continue;
    try {
      collector.add(number, path, readInto(buffer, join(folder, path)));
    } catch (error) {
      collector.unreadable.push({ path, text: systemCodeOf(error) ?? "unreadable" });
    }
  }
  return collector.result(name, paths);
}

/** Neither follows a link nor waits for a pipe that took the file's place after listing. */
const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** A file's bytes, up to the size of the buffer: one more than any comparison takes in. */
function readInto(buffer: Uint8Array, path: string): Uint8Array {
  const file = openSync(path, openFlags);
  try {
    let length = 0;
    for (;;) {
      const asked = buffer.length - length;
      const read = readSync(file, buffer, length, asked, null);
      length += read;
      if (read < asked || read === 0) return buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** Plain files below a folder, POSIX paths; links are not followed. */
function listFolder(folder: string): string[] {
  const paths: string[] = [];
  const pending = [""];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const entry of readdirSync(join(folder, at), { withFileTypes: true })) {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) pending.push(path);
      else if (entry.isFile() && paths.length < mostFiles) paths.push(path);
    }
  }
  return paths;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
