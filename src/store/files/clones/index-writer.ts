import { randomBytes } from "node:crypto";
import { copyFileSync, constants, linkSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { rangeOf } from "#insight/duplication/index-numbers.ts";
import { radixSort } from "#insight/duplication/radix-sort.ts";
import type { LineCounts } from "#insight/duplication/similar/line-counts.ts";
import { readAllText } from "#kernel/plain-file.ts";
import type {
  CloneIndexAbout,
  CloneIndexWriter,
  IndexedFile,
  IndexEntries,
} from "#ports/clone-store.ts";
import { writeAtomically, writeFailed } from "../atomic-write.ts";
import { makeFolder } from "../make-folder.ts";
import { continueSum } from "../section-format.ts";
import { SectionWriter } from "../section-writer.ts";
import {
  currentFile,
  ENTRY_WORDS,
  FILE_BYTES,
  filesFormat,
  filesPath,
  indexFolder,
  LINE_WORDS,
  partFormat,
  partPath,
  tokensPath,
} from "./index-layout.ts";
import { writeSortedRows } from "./sorted-rows.ts";

const oneHour = 3_600_000;
/** So many places of one fingerprint are kept: what stands in more is told by the others of its code. */
const MOST_ENTRIES = 4096;

/** Writes a generation of the clone index beside the one in force; nobody sees it before `publish`. Throws `write-failed`. */
export class IndexWriter implements CloneIndexWriter {
  private readonly cacheFolder: string;
  private readonly name = randomBytes(8).toString("hex");
  private readonly folder: string;

  constructor(cacheFolder: string) {
    this.cacheFolder = cacheFolder;
    this.folder = join(indexFolder(cacheFolder), this.name);
    this.attempt(() => makeFolder(this.folder, 0o700));
  }

  /** Holds on to a token store as it is now, whatever replaces it: its path within the index. */
  linkTokens(repository: number, store: string): string {
    const target = tokensPath(this.folder, repository);
    this.attempt(() => {
      try {
        linkSync(store, target);
      } catch {
        // A file system without hard links, or one in between: then it takes a copy.
        copyFileSync(store, target, constants.COPYFILE_FICLONE);
      }
    });
    return target;
  }

  /** Fingerprints and lines of one range of hashes; may be called in any process. */
  writePart(entries: IndexEntries, lines: LineCounts, part: number, parts: number): void {
    const range = rangeOf(part, parts);
    const order = sortRange(entries, range);
    const rows = new Uint32Array(order.length * ENTRY_WORDS);
    order.forEach((index, at) => {
      const place = at * ENTRY_WORDS;
      rows[place] = entries.hashes[index] ?? 0;
      rows[place + 1] = entries.files[index] ?? 0;
      rows[place + 2] = entries.positions[index] ?? 0;
    });
    const writer = new SectionWriter(partPath(this.folder, part));
    writeSortedRows(writer, "entries", { rows, width: ENTRY_WORDS }, range);
    const counts = new Uint32Array(lines.hashes.length * LINE_WORDS);
    lines.hashes.forEach((hash, at) => {
      counts[at * LINE_WORDS] = hash;
      counts[at * LINE_WORDS + 1] = lines.counts[at] ?? 0;
    });
    writeSortedRows(writer, "lines", { rows: counts, width: LINE_WORDS }, range);
    writer.finish(partFormat, { part, parts });
  }

  writeFiles(files: Iterable<IndexedFile>, about: CloneIndexAbout): void {
    const writer = new SectionWriter(filesPath(this.folder));
    const paths: Buffer[] = [];
    let pathStart = 0;
    for (const { path, repository, place, record, nextTwin } of files) {
      const name = Buffer.from(path, "utf8");
      const row = Buffer.alloc(FILE_BYTES);
      row.writeDoubleLE(record.offset, 0);
      const words = [
        record.tokens,
        record.lineDeltas,
        record.fingerprints,
        record.checksum,
        repository,
        place,
        pathStart,
        name.length,
        continueSum(0, name),
        nextTwin,
      ];
      words.forEach((word, at) => row.writeUInt32LE(word, 8 + at * 4));
      row.writeUInt32LE(continueSum(0, row.subarray(0, FILE_BYTES - 4)), FILE_BYTES - 4);
      writer.write(row);
      paths.push(name);
      pathStart += name.length;
    }
    writer.endSection("files");
    for (const name of paths) writer.write(name);
    writer.endSection("paths");
    writer.finish(filesFormat, about);
  }

  /** From now on this is the index; what it replaces is removed, and what a killed process left. */
  async publish(): Promise<void> {
    const before = await readAllText(currentFile(this.cacheFolder)).catch(() => "");
    await writeAtomically(currentFile(this.cacheFolder), this.name, { isPrivate: true });
    const folder = indexFolder(this.cacheFolder);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name === this.name) continue;
      const path = join(folder, entry.name);
      const isOurs = /^[0-9a-f]{16}$/.test(entry.name);
      if (isOurs && (entry.name === before.trim() || isOld(path))) remove(path);
    }
  }

  discard(): void {
    remove(this.folder);
  }

  private attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      throw writeFailed(this.folder, error);
    }
  }
}

/** Another process may be writing a generation of its own. */
function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > oneHour;
}

/** A reader on a system that locks open files may hold on to it: the next index removes it. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Litter in a cache is no reason to fail.
  }
}

/** Numbers of the entries in [low, high), by hash, then by number. */
function sortRange({ hashes }: IndexEntries, [low, high]: readonly [number, number]): Uint32Array {
  let count = 0;
  for (const hash of hashes) if (hash >= low && hash < high) count++;
  const order = new Uint32Array(count);
  let at = 0;
  hashes.forEach((hash, index) => {
    if (hash >= low && hash < high) order[at++] = index;
  });
  return withoutCrowds(radixSort(order, hashes), hashes);
}

function withoutCrowds(order: Uint32Array, hashes: Uint32Array): Uint32Array {
  let kept = 0;
  let run = 0;
  let before = -1;
  for (const index of order) {
    const hash = hashes[index] ?? 0;
    run = hash === before ? run + 1 : 0;
    before = hash;
    if (run < MOST_ENTRIES) order[kept++] = index;
  }
  return order.subarray(0, kept);
}
