import { closeSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { SHARD_TOKENS } from "#insight/duplication/find-clones.ts";
import { MAX_FILE_BYTES, type LeftOut } from "#insight/duplication/left-out.ts";
import type { FileTokens } from "#insight/duplication/file-tokens.ts";
import { languageKeyOf } from "#insight/duplication/languages/languages.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { LinguistAttributes } from "#insight/duplication/linguist-attributes.ts";
import type { TokenShard } from "#insight/duplication/token-shard.ts";
import { FulcrumError, systemCodeOf } from "#kernel/errors.ts";
import { openPlainFileSync } from "#kernel/plain-file.ts";
import type { TokenShelves } from "#ports/clone-store.ts";
import { readBlobs } from "#sources/git/blobs.ts";
import type { GitLocation } from "#sources/git/run.ts";
import { listTree, type TreeEntry } from "#sources/git/tree.ts";
import { KeptTokens, type KeptRecords, type TokenShelf } from "./kept-tokens.ts";

export interface ReadFilesTask {
  readonly kind: "files";
  readonly name: string;
  /** The tree at a commit of a repository, or a plain folder. */
  readonly from: TreeSource | { readonly folder: string };
  /** Where it holds more than so many, none of its code is compared. Default: no bound. */
  readonly mostTokens?: number;
}

export interface TreeSource {
  readonly location: GitLocation;
  readonly commit: string;
  /** Null: everything is read again, and nothing kept. */
  readonly shelf: TokenShelf | null;
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
  /** Where the files' tokens are kept, by place among `paths`; null where they are not. */
  readonly kept: KeptRecords | null;
  /** Why they could not be kept. */
  readonly keepFailure: string | null;
}

/** Tokens and fingerprints of all files of one repository or folder. */
export async function readCloneFiles(
  task: ReadFilesTask,
  shelves: TokenShelves,
  signal?: AbortSignal,
): Promise<ReadFilesResult> {
  const { from, name } = task;
  const collector = new ShardCollector(task.mostTokens ?? Number.POSITIVE_INFINITY);
  try {
    return "folder" in from
      ? readFolder(name, from.folder, collector)
      : await readTree(name, from, { collector, shelves }, signal);
  } catch (error) {
    if (error instanceof TooMuchCode) return nothingOf(name, tooMuchCode);
    throw error;
  }
}

/** A megabyte of packs can stand for gigabytes of code, which would take all memory, and the command with it. */
class TooMuchCode extends Error {}
export const tooMuchCode = "more code than memory allows to compare";

/** In place of a source that could not be read. */
export function nothingOf(name: string, text: string): ReadFilesResult {
  const collector = new ShardCollector(0);
  collector.unreadable.push({ path: ".", text });
  return collector.result(name, []);
}

class ShardCollector {
  readonly reader = new FileReader();
  readonly shards: TokenShard[] = [];
  readonly unreadable: { path: string; text: string }[] = [];
  private tokensLeft: number;

  constructor(mostTokens: number) {
    this.tokensLeft = mostTokens;
  }

  add(number: number, path: string, bytes: Uint8Array): void {
    this.take(number, this.reader.read(path, bytes));
  }

  take(number: number, file: FileTokens): void {
    this.tokensLeft -= file.tokens.length;
    if (this.tokensLeft < 0) throw new TooMuchCode();
    this.reader.take(number, file);
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
      kept: null,
      keepFailure: null,
    };
  }
}

async function readTree(
  name: string,
  from: TreeSource,
  { collector, shelves }: { readonly collector: ShardCollector; readonly shelves: TokenShelves },
  signal: AbortSignal | undefined,
): Promise<ReadFilesResult> {
  let tree: readonly TreeEntry[] = [];
  try {
    tree = await listTree(from.location, from.commit, signal);
  } catch (error) {
    // The others are compared all the same.
    if (!(error instanceof FulcrumError) || signal?.aborted === true) throw error;
    collector.unreadable.push({ path: ".", text: error.message });
  }
  const files = tree.toSorted((a, b) => compare(a.path, b.path));
  const paths = files.map((file) => file.path);
  const attributes = await attributesOf(from.location, files, signal);
  const wanted = files.flatMap(({ path, object }, number) =>
    collector.reader.wants(path, attributes)
      ? [{ path, object, number, language: languageKeyOf(path) }]
      : [],
  );
  const tokens = from.shelf === null ? null : new KeptTokens(from.shelf, shelves);
  try {
    const missing =
      tokens === null
        ? [...wanted.keys()]
        : tokens.take(wanted, (index, file) => collector.take(wanted[index]!.number, file));
    await readBlobs(
      from.location,
      missing.map((index) => wanted[index]!.object),
      (order, content, reason) => {
        const index = missing[order];
        const file = index === undefined ? undefined : wanted[index];
        if (index === undefined || file === undefined) return;
        if (content === null) {
          collector.unreadable.push({ path: file.path, text: reason ?? "missing" });
          return;
        }
        const read = collector.reader.read(file.path, content);
        collector.take(file.number, read);
        tokens?.add(index, file, read);
      },
      { signal },
    );
  } catch (error) {
    tokens?.discard();
    throw error;
  }
  const kept = tokens?.finish() ?? null;
  const slots = new Int32Array(files.length).fill(-1);
  wanted.forEach(({ number }, index) => (slots[number] = kept?.slots[index] ?? -1));
  return {
    ...collector.result(name, paths),
    kept: kept === null ? null : { ...kept, slots },
    keepFailure: tokens?.failure ?? null,
  };
}

/** One for each folder that has its own; more are no honest repository's. */
const mostAttributeFiles = 50;
const largestAttributes = 256 * 1024;

/** What the repository says of its own files; those above come first. */
async function attributesOf(
  location: GitLocation,
  files: readonly TreeEntry[],
  signal: AbortSignal | undefined,
): Promise<LinguistAttributes> {
  const attributes = new LinguistAttributes();
  const found = files
    .filter(({ path }) => LinguistAttributes.isFile(path))
    .toSorted((a, b) => a.path.split("/").length - b.path.split("/").length)
    .slice(0, mostAttributeFiles);
  if (found.length === 0) return attributes;
  await readBlobs(
    location,
    found.map(({ object }) => object),
    (order, content) => {
      const path = found[order]?.path;
      if (path !== undefined && content !== null && content.length <= largestAttributes)
        attributes.add(path, content.toString("utf8"));
    },
    { signal },
  );
  return attributes;
}

const skippedFolders = new Set([".git", "node_modules"]);
const mostFiles = 1_000_000;

/** Synchronous: the thread has nothing else to do, and small files cost several times as much otherwise. */
function readFolder(name: string, folder: string, collector: ShardCollector): ReadFilesResult {
  const { paths, unreadable } = listFolder(folder);
  for (const each of unreadable) collector.unreadable.push(each);
  paths.sort(compare);
  const buffer = new Uint8Array(MAX_FILE_BYTES + 1);
  const attributes = new LinguistAttributes();
  const own = paths.filter((path) => LinguistAttributes.isFile(path));
  for (const path of own.sort((a, b) => a.split("/").length - b.split("/").length)) {
    try {
      const bytes = readInto(buffer, join(folder, path));
      attributes.add(path, Buffer.from(bytes).toString("utf8"));
    } catch (error) {
      collector.unreadable.push({ path, text: systemCodeOf(error) ?? "unreadable" });
    }
  }
  for (const [number, path] of paths.entries()) {
    if (!collector.reader.wants(path, attributes)) continue;
    try {
      collector.add(number, path, readInto(buffer, join(folder, path)));
    } catch (error) {
      if (error instanceof TooMuchCode) throw error;
      collector.unreadable.push({ path, text: systemCodeOf(error) ?? "unreadable" });
    }
  }
  return collector.result(name, paths);
}

/** A file's bytes, unless a link or a pipe took its place after listing, up to the size of the buffer: one more than any comparison takes in. */
function readInto(buffer: Uint8Array, path: string): Uint8Array {
  const file = openPlainFileSync(path, { noLink: true });
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

/** Plain files below a folder, POSIX paths; links are not followed, and folders that cannot be listed are said. */
function listFolder(folder: string): {
  readonly paths: string[];
  readonly unreadable: readonly { readonly path: string; readonly text: string }[];
} {
  const paths: string[] = [];
  const unreadable: { path: string; text: string }[] = [];
  const pending = [""];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    try {
      for (const entry of readdirSync(join(folder, at), { withFileTypes: true })) {
        const path = at === "" ? entry.name : `${at}/${entry.name}`;
        if (entry.isDirectory() && !skippedFolders.has(entry.name)) pending.push(path);
        else if (entry.isFile()) paths.push(path);
        if (paths.length < mostFiles) continue;
        unreadable.push({ path: ".", text: `only the first ${String(mostFiles)} files were read` });
        return { paths, unreadable };
      }
    } catch (error) {
      unreadable.push({ path: at === "" ? "." : at, text: systemCodeOf(error) ?? "unreadable" });
    }
  }
  return { paths, unreadable };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
