import { closeSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { SHARD_TOKENS } from "#insight/duplication/find-clones.ts";
import { MAX_FILE_BYTES, type LeftOut } from "#insight/duplication/left-out.ts";
import type { UnreadCode } from "#insight/duplication/findings.ts";
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
import { watched } from "#sources/repository/file-watch.ts";
import {
  bytesOfNames,
  bytesOfTokens,
  tooManyNames,
  tooMuchCode,
  type CodeBounds,
} from "./code-bounds.ts";
import { KeptTokens, type KeptRecords, type TokenShelf } from "./kept-tokens.ts";

export interface ReadFilesTask {
  readonly name: string;
  /** The tree at a commit of a repository, or a plain folder. */
  readonly from: TreeSource | { readonly folder: string };
}

export interface TreeSource {
  readonly location: GitLocation;
  readonly commit: string;
  /** Null: everything is read again, and nothing kept. */
  readonly shelf: TokenShelf | null;
}

export interface ReadFilesResult {
  /** Sorted; a file's number in the shards is its place here. */
  readonly paths: readonly string[];
  readonly shards: readonly TokenShard[];
  /** Of `paths` those that were compared: what was left out whole or could not be read is not. */
  readonly comparedCount: number;
  readonly linesCount: number;
  readonly leftOut: readonly LeftOut[];
  readonly unreadable: readonly UnreadCode[];
  /** Where the files' tokens are kept, by place among `paths`; null where they are not. */
  readonly kept: KeptRecords | null;
  /** Why they could not be kept. */
  readonly keepFailure: string | null;
}

export interface ReadingCode {
  /** Where tokens of repositories are kept. */
  readonly shelves: TokenShelves;
  /** Where the source holds more, none of its code is compared. Default: no bounds. */
  readonly bounds?: CodeBounds;
  /** Paths of files that are not to be read: a reader died of them, or was held up. */
  readonly without?: readonly string[];
  /** Takes each shard when it is full: there are none in the result then. */
  readonly hand?: (shard: TokenShard) => void;
  readonly signal?: AbortSignal;
}

/** Tokens and fingerprints of all files of one repository or folder. */
export async function readCloneFiles(
  { from }: ReadFilesTask,
  reading: ReadingCode,
): Promise<ReadFilesResult> {
  const collector = new ShardCollector(reading);
  try {
    return "folder" in from
      ? readFolder(from.folder, collector)
      : await readTree(from, collector, reading);
  } catch (error) {
    if (error instanceof TooMuch) return nothingOf(error.message);
    throw error;
  }
}

/** A megabyte of packs can stand for gigabytes of code, which would take all memory, and the command with it. */
class TooMuch extends Error {}

/** In place of a source that could not be read. */
export function nothingOf(text: string): ReadFilesResult {
  return {
    paths: [],
    shards: [],
    comparedCount: 0,
    linesCount: 0,
    leftOut: [],
    unreadable: [{ path: ".", text }],
    kept: null,
    keepFailure: null,
  };
}

const endedReader = "reading it ended the reader, or did not end";

class ShardCollector {
  readonly reader = new FileReader();
  readonly unreadable: UnreadCode[] = [];
  private readonly shards: TokenShard[] = [];
  private readonly hand: (shard: TokenShard) => void;
  private readonly without: ReadonlySet<string>;
  private readonly nameBytes: number;
  private bytesLeft: number;

  constructor({ bounds, without = [], hand }: ReadingCode) {
    this.bytesLeft = bounds?.bytes ?? Number.POSITIVE_INFINITY;
    this.nameBytes = bounds?.nameBytes ?? Number.POSITIVE_INFINITY;
    this.without = new Set(without);
    this.hand = hand ?? ((shard) => void this.shards.push(shard));
  }

  /** All files of the source. Throws `TooMuch`. */
  names(paths: readonly string[]): void {
    if (bytesOfNames(paths) > this.nameBytes) throw new TooMuch(tooManyNames);
  }

  wants(path: string, attributes: LinguistAttributes): boolean {
    if (!this.reader.wants(path, attributes)) return false;
    if (!this.without.has(path)) return true;
    this.unreadable.push({ path, text: endedReader, isGivenUp: true });
    return false;
  }

  /** What the comparison takes from a file, named to whoever watches this thread. */
  read(path: string, bytes: Uint8Array): FileTokens {
    return watched(path, () => this.reader.read(path, bytes));
  }

  take(number: number, file: FileTokens): void {
    this.bytesLeft -= bytesOfTokens(file.tokens.length, file.hashes.length);
    if (this.bytesLeft < 0) throw new TooMuch(tooMuchCode);
    this.reader.take(number, file);
    if (this.reader.pendingTokens >= SHARD_TOKENS) this.hand(this.reader.takeShard());
  }

  result(paths: readonly string[]): ReadFilesResult {
    this.hand(this.reader.takeShard());
    return {
      paths,
      shards: this.shards,
      comparedCount: this.reader.filesCount,
      linesCount: this.reader.linesCount,
      leftOut: this.reader.leftOutCounts(),
      unreadable: this.unreadable,
      kept: null,
      keepFailure: null,
    };
  }
}

async function readTree(
  from: TreeSource,
  collector: ShardCollector,
  { shelves, signal }: ReadingCode,
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
  collector.names(paths);
  const attributes = await attributesOf(from.location, files, signal);
  const wanted = files.flatMap(({ path, object }, number) =>
    collector.wants(path, attributes)
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
        const read = collector.read(file.path, content);
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
    ...collector.result(paths),
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
function readFolder(folder: string, collector: ShardCollector): ReadFilesResult {
  const { paths, unreadable } = listFolder(folder);
  collector.names(paths);
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
    if (!collector.wants(path, attributes)) continue;
    try {
      const bytes = readInto(buffer, join(folder, path));
      collector.take(number, collector.read(path, bytes));
    } catch (error) {
      if (error instanceof TooMuch) throw error;
      collector.unreadable.push({ path, text: systemCodeOf(error) ?? "unreadable" });
    }
  }
  return collector.result(paths);
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
  readonly unreadable: readonly UnreadCode[];
} {
  const paths: string[] = [];
  const unreadable: UnreadCode[] = [];
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
