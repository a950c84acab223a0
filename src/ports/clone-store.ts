import type { FileTokens } from "#insight/duplication/file-tokens.ts";
import type { LineCounts } from "#insight/duplication/similar/line-counts.ts";

/** Where the tokens of one file lie among those of a repository, and how many there are of each kind. */
export interface RecordPlace {
  readonly offset: number;
  readonly tokens: number;
  readonly lineDeltas: number;
  readonly fingerprints: number;
  readonly checksum: number;
}

export type RecordArrays = Pick<FileTokens, "tokens" | "lineDeltas" | "hashes" | "positions">;

/** Tokens of the files of one repository by blob id, of any commit. A slot is the place of a record. */
export interface TokenReader {
  /** Changes whenever they are written anew. */
  readonly generation: string;
  readonly size: number;
  /** Slot of a blob read as that language (`languageKeyOf`), or −1. `blob` is hexadecimal. */
  find(blob: string, language: string): number;
  /** The day, since the epoch, on which the record was last asked for, as far as was written. */
  dayOf(slot: number): number;
  placeOf(slot: number): RecordPlace;
  /** Everything about one file; its arrays are valid until the next call. Throws `DamagedFile`. */
  read(slot: number): FileTokens;
  keyParts(slot: number): { readonly blob: string; readonly language: string };
  close(): void;
}

/** Tokens that are written anew; nobody sees them before `finish`. Throws `write-failed`. */
export interface TokenWriter {
  readonly generation: string;
  /** The record's slot; a blob that is there already keeps its own. */
  add(blob: string, language: string, file: FileTokens, day: number): number;
  finish(): void;
  discard(): void;
}

/** Tokens of repositories, by the path that `EvidenceStore.tokensPath` gives. What reads code is handed these. */
export interface TokenShelves {
  /** Null when there are none that are whole and of this version. */
  tokensAt(path: string): TokenReader | null;
  /** `part`: the name that was reserved for what is written; default: one of its own. */
  begin(path: string, part?: string): TokenWriter;
  /** A name for what another process writes anew: removed when this one is ended by force. */
  reserve(path: string): string;
  /** Removes what was left under the name, if anything. */
  release(part: string): void;
}

/** Whose a file is. */
export interface IndexedPlace {
  readonly componentId: string | null;
  /** Teams, or the repository where nobody is known to own it. */
  readonly owners: readonly string[];
}

export interface IndexedRepository {
  readonly id: string;
  readonly name: string;
  readonly commit: string;
}

export interface CloneIndexAbout {
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly parts: number;
  readonly filesCount: number;
  readonly linesCount: number;
  readonly fingerprintsCount: number;
  readonly repositories: readonly IndexedRepository[];
  readonly places: readonly IndexedPlace[];
}

/** Where one hash stands: files ascending, and positions within. */
export interface FoundEntries {
  readonly hash: number;
  readonly files: Uint32Array;
  readonly positions: Uint32Array;
  /** How many there are; more than are given where they are very many. */
  readonly total: number;
}

export interface IndexedFileRow {
  readonly record: RecordPlace;
  readonly repository: number;
  readonly place: number;
  readonly pathStart: number;
  readonly pathLength: number;
  readonly pathChecksum: number;
  /** The next file with the same tokens; null at the end of the chain. */
  readonly nextTwin: number | null;
}

/** The index in force when it was opened. What does not hold throws `DamagedFile`. */
export interface CloneIndexReader {
  readonly about: CloneIndexAbout;
  readonly filesCount: number;
  /** Entries of these hashes, which must be sorted; `most` of each. */
  find(hashes: Uint32Array, most: number): FoundEntries[];
  /** In how many indexed files a line of this hash stands; 0 where in none or one. */
  filesWithLine(hash: number): number;
  row(file: number): IndexedFileRow;
  pathOf(row: IndexedFileRow): string;
  recordOf(row: IndexedFileRow): RecordArrays;
  /** Number of a file by its place: files are in order of repositories, then of paths. Null where it is not in the index. */
  numberOf(repository: number, path: string): number | null;
  /** The first file that is not before this place. */
  lowerBound(repository: number, path: string): number;
  close(): void;
}

/** Fingerprints by number, in any order. */
export interface IndexEntries {
  readonly hashes: Uint32Array;
  readonly files: Uint32Array;
  /** Token, or WHOLE_FILE. */
  readonly positions: Uint32Array;
}

export interface IndexedFile {
  readonly path: string;
  readonly repository: number;
  readonly place: number;
  readonly record: RecordPlace;
  /** NO_FILE at the end of a chain of files with the same tokens. */
  readonly nextTwin: number;
}

/** An index that is written beside the one in force; nobody sees it before `publish`. Throws `write-failed`. */
export interface CloneIndexWriter {
  /** Holds on to tokens as they are now, whatever replaces them: their path within the index. */
  linkTokens(repository: number, path: string): string;
  /** Fingerprints and lines of one range of hashes. */
  writePart(entries: IndexEntries, lines: LineCounts, part: number, parts: number): void;
  writeFiles(files: Iterable<IndexedFile>, about: CloneIndexAbout): void;
  /** From now on this is the index. */
  publish(): Promise<void>;
  discard(): void;
}

/** What comparing code keeps between runs: tokens, and an index of them for each place. */
export interface CloneStore {
  readonly tokens: TokenShelves;
  /** Changes whenever another index comes into force; null before the first. */
  generationOf(place: string): string | null;
  /** Null where there is none, or none that this version can read. */
  openIndex(place: string): CloneIndexReader | null;
  beginIndex(place: string): CloneIndexWriter;
}
