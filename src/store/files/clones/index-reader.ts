import { readdirSync, statSync } from "node:fs";
import { readPlainTextSync } from "#kernel/plain-file.ts";
import { join } from "node:path";
import { continueSum } from "../section-format.ts";
import { NO_FILE, partOf } from "#insight/duplication/index-numbers.ts";
import { DamagedFile } from "#kernel/damaged-file.ts";
import type {
  CloneIndexAbout,
  CloneIndexReader,
  FoundEntries,
  IndexedFileRow,
  RecordArrays,
} from "#ports/clone-store.ts";
import { SectionFile } from "../section-file.ts";
import {
  aboutIn,
  currentFile,
  FILE_BYTES,
  filesFormat,
  filesPath,
  indexFolder,
  partPath,
  tokensPath,
} from "./index-layout.ts";
import { IndexPart } from "./index-part.ts";
import { tokenFormat } from "./token-store.ts";
import { bytesOfRecord, RECORD_ALIGNMENT, viewRecord } from "./token-record.ts";

/** More repositories at once than anybody opens files of: the longest unused are closed. */
const MOST_OPEN = 200;
const LONGEST_PATH = 1 << 16;

/**
 * The index in force, read by offset: a look-up costs what it finds, whatever the size of the organisation. Everything
 * read is checked; what does not hold throws `DamagedFile`. Stays on its generation until it is closed.
 */
export class CloneIndex implements CloneIndexReader {
  readonly about: CloneIndexAbout;
  readonly filesCount: number;
  private readonly folder: string;
  private readonly files: SectionFile;
  private readonly parts = new Map<number, IndexPart>();
  private readonly tokens = new Map<number, SectionFile>();

  private constructor(folder: string, files: SectionFile) {
    this.folder = folder;
    this.files = files;
    const about = aboutIn(files.about);
    if (about === null) throw files.damaged("it does not say what it holds");
    this.about = about;
    this.filesCount = Math.floor(files.lengthOf("files") / FILE_BYTES);
  }

  /** Null where there is none, or none that this version can read. */
  static open(cacheFolder: string): CloneIndex | null {
    const generation = generationOf(cacheFolder);
    if (generation === null) return null;
    const folder = join(indexFolder(cacheFolder), generation);
    const files = SectionFile.open(filesPath(folder), filesFormat);
    if (files === null) return null;
    try {
      return new CloneIndex(folder, files);
    } catch (error) {
      files.close();
      if (error instanceof DamagedFile) return null;
      throw error;
    }
  }

  /** Entries of these hashes, which must be sorted; `most` of each. Only parts that hold one of them are opened. */
  find(hashes: Uint32Array, most: number): FoundEntries[] {
    const found: FoundEntries[] = [];
    for (let from = 0; from < hashes.length;) {
      const part = partOf(hashes[from] ?? 0, this.about.parts);
      let to = from + 1;
      while (to < hashes.length && partOf(hashes[to] ?? 0, this.about.parts) === part) to++;
      for (const each of this.part(part).find(hashes.subarray(from, to), most)) found.push(each);
      from = to;
    }
    return found;
  }

  /** In how many indexed files a line of this hash stands; 0 where in none or one. */
  filesWithLine(hash: number): number {
    return this.part(partOf(hash, this.about.parts)).filesWithLine(hash);
  }

  row(file: number): IndexedFileRow {
    if (file >= this.filesCount) throw this.files.damaged(`there is no file ${String(file)}`);
    const bytes = Buffer.from(this.files.read("files", file * FILE_BYTES, FILE_BYTES).buffer);
    const sum = bytes.readUInt32LE(FILE_BYTES - 4);
    if (continueSum(0, bytes.subarray(0, FILE_BYTES - 4)) !== sum)
      throw this.files.damaged("the sum of a file is wrong");
    const word = (at: number): number => bytes.readUInt32LE(8 + at * 4);
    const next = word(9);
    return {
      record: {
        offset: bytes.readDoubleLE(0),
        tokens: word(0),
        lineDeltas: word(1),
        fingerprints: word(2),
        checksum: word(3),
      },
      repository: word(4),
      place: word(5),
      pathStart: word(6),
      pathLength: word(7),
      pathChecksum: word(8),
      // Chains ascend: one that does not would never end.
      nextTwin: next === NO_FILE || next <= file ? null : next,
    };
  }

  pathOf({ pathStart, pathLength, pathChecksum }: IndexedFileRow): string {
    if (pathLength > LONGEST_PATH) throw this.files.damaged("a path is longer than any");
    const bytes = this.files.read("paths", pathStart, pathLength);
    if (continueSum(0, bytes) !== pathChecksum) throw this.files.damaged("a path is torn");
    return Buffer.from(bytes.buffer).toString("utf8");
  }

  recordOf({ record, repository }: IndexedFileRow): RecordArrays {
    const file = this.tokensOf(repository);
    const length = bytesOfRecord(record);
    if (record.offset % RECORD_ALIGNMENT !== 0 || length > file.lengthOf("records"))
      throw file.damaged("a record is out of step");
    const bytes = file.read("records", record.offset, length);
    return viewRecord(bytes, record, (what) => file.damaged(what));
  }

  /** Number of a file by its place: files are in order of repositories, then of paths. Null where it is not in the index. */
  numberOf(repository: number, path: string): number | null {
    const at = this.lowerBound(repository, path);
    if (at === this.filesCount) return null;
    const row = this.row(at);
    return row.repository === repository && this.pathOf(row) === path ? at : null;
  }

  /** The first file that is not before this place. */
  lowerBound(repository: number, path: string): number {
    let low = 0;
    let high = this.filesCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = this.row(middle);
      const isBefore =
        row.repository < repository || (row.repository === repository && this.pathOf(row) < path);
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Bytes that nothing but the index holds: tokens are shared with their store while that is unchanged. */
  ownBytes(): number {
    return readdirSync(this.folder)
      .map((name) => statSync(join(this.folder, name), { throwIfNoEntry: false }))
      .reduce((sum, found) => sum + (found === undefined || found.nlink > 1 ? 0 : found.size), 0);
  }

  close(): void {
    this.files.close();
    for (const part of this.parts.values()) part.close();
    for (const file of this.tokens.values()) file.close();
    this.parts.clear();
    this.tokens.clear();
  }

  private part(number: number): IndexPart {
    const known = this.parts.get(number);
    if (known !== undefined) return known;
    const opened = IndexPart.open(partPath(this.folder, number), number, this.about.parts);
    if (opened === null) throw this.files.damaged(`part ${String(number)} is missing or torn`);
    this.parts.set(number, opened);
    return opened;
  }

  private tokensOf(repository: number): SectionFile {
    const known = this.tokens.get(repository);
    if (known !== undefined) return known;
    const opened = SectionFile.open(tokensPath(this.folder, repository), tokenFormat);
    if (opened === null) throw this.files.damaged("tokens of a repository are missing or torn");
    if (this.tokens.size >= MOST_OPEN) {
      for (const [oldest, file] of this.tokens) {
        file.close();
        this.tokens.delete(oldest);
        break;
      }
    }
    this.tokens.set(repository, opened);
    return opened;
  }
}

/** Changes whenever another index comes into force. */
export function generationOf(cacheFolder: string): string | null {
  try {
    const text = readPlainTextSync(currentFile(cacheFolder)).slice(0, 100).trim();
    return /^[0-9a-f]{16}$/.test(text) ? text : null;
  } catch {
    return null; // no index was made yet
  }
}
