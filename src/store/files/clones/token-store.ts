import { FILE_TOKENS_VERSION, type FileTokens } from "#insight/duplication/file-tokens.ts";
import type { RecordArrays, RecordPlace, TokenReader } from "#ports/clone-store.ts";
import { isObject } from "../section-format.ts";
import { SectionFile } from "../section-file.ts";
import { bytesOfRecord, RECORD_ALIGNMENT, viewRecord } from "./token-record.ts";
import type { LeftOut } from "#insight/duplication/left-out.ts";

export const tokenFormat = `fulcrum clone tokens 1.${String(FILE_TOKENS_VERSION)}`;
/** Bytes of an id in the file; SHA-1 ids are filled up with zeros. */
export const ID_BYTES = 32;

/** Lists that columns count in. */
export interface TokenNames {
  readonly languages: readonly string[];
  readonly reasons: readonly string[];
}

interface Columns {
  readonly ids: Uint8Array;
  readonly languages: Uint16Array;
  readonly offsets: Float64Array;
  readonly tokens: Uint32Array;
  readonly lineDeltas: Uint32Array;
  readonly fingerprints: Uint32Array;
  readonly checksums: Uint32Array;
  readonly codeLines: Uint32Array;
  readonly isCompared: Uint8Array;
  /** Days since the epoch on which the record was last asked for, as far as was written. */
  readonly days: Uint16Array;
  /** Ends of each record's part of the two arrays that follow. */
  readonly leftOutEnds: Uint32Array;
  readonly leftOutReasons: Uint16Array;
  readonly leftOutLines: Uint32Array;
}

const WINDOW_BYTES = 1 << 21;

/**
 * Tokens of the files of one repository by blob id, of any commit. Columns are in memory, records are read in windows:
 * those asked for in the order in which they were written come from few reads.
 */
export class TokenStore implements TokenReader {
  private readonly file: SectionFile;
  private readonly columns: Columns;
  private readonly names: TokenNames;
  private readonly slots = new Map<string, number>();
  private window = new Uint8Array(0);
  private windowAt = 0;

  private constructor(file: SectionFile, columns: Columns, names: TokenNames) {
    this.file = file;
    this.columns = columns;
    this.names = names;
    for (let slot = 0; slot < columns.days.length; slot++) this.slots.set(this.keyOf(slot), slot);
  }

  /** Null when there is none that is whole and of this version. */
  static open(path: string): TokenStore | null {
    const file = SectionFile.open(path, tokenFormat);
    if (file === null) return null;
    try {
      return new TokenStore(file, readColumns(file), namesIn(file));
    } catch {
      file.close(); // torn: its records are made again
      return null;
    }
  }

  get generation(): string {
    return this.file.generation;
  }

  get size(): number {
    return this.columns.days.length;
  }

  /** Place of the record of a blob read as that language (`languageKeyOf`), or −1. `blob` is hexadecimal. */
  find(blob: string, language: string): number {
    return this.slots.get(keyOf(blob, language)) ?? -1;
  }

  dayOf(slot: number): number {
    return this.columns.days[slot] ?? 0;
  }

  placeOf(slot: number): RecordPlace {
    const { offsets, tokens, lineDeltas, fingerprints, checksums } = this.columns;
    return {
      offset: offsets[slot] ?? 0,
      tokens: tokens[slot] ?? 0,
      lineDeltas: lineDeltas[slot] ?? 0,
      fingerprints: fingerprints[slot] ?? 0,
      checksum: checksums[slot] ?? 0,
    };
  }

  /** Everything about one file; its arrays are valid until the next call. Throws `DamagedFile`. */
  read(slot: number): FileTokens {
    const { columns, names } = this;
    const end = columns.leftOutEnds[slot] ?? 0;
    const start = slot === 0 ? 0 : (columns.leftOutEnds[slot - 1] ?? 0);
    const leftOut: FileTokens["leftOut"][number][] = [];
    for (let at = start; at < end; at++) {
      const reason = names.reasons[columns.leftOutReasons[at] ?? -1];
      const lines = columns.leftOutLines[at];
      if (reason === undefined || lines === undefined)
        throw this.file.damaged("a reason is missing");
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the format's version names the version of the reasons
      leftOut.push({ reason: reason as LeftOut["reason"], lines });
    }
    return {
      isCompared: columns.isCompared[slot] === 1,
      codeLines: columns.codeLines[slot] ?? 0,
      leftOut,
      ...this.record(slot),
    };
  }

  /** Key of a record: its blob and language, for a store that takes it over. */
  keyParts(slot: number): { blob: string; language: string } {
    const [language = "", blob = ""] = this.keyOf(slot).split(" ");
    return { blob, language };
  }

  close(): void {
    this.file.close();
  }

  private record(slot: number): RecordArrays {
    const place = this.placeOf(slot);
    const length = bytesOfRecord(place);
    const { offset } = place;
    if (offset % RECORD_ALIGNMENT !== 0) throw this.file.damaged("a record is out of step");
    const { windowAt, window } = this;
    if (offset < windowAt || offset + length > windowAt + window.length) this.fill(offset, length);
    const bytes = this.window.subarray(offset - this.windowAt, offset - this.windowAt + length);
    return viewRecord(bytes, place, (what) => this.file.damaged(what));
  }

  private fill(offset: number, length: number): void {
    const left = this.file.lengthOf("records") - offset;
    if (length > left) throw this.file.damaged("a record ends outside");
    this.window = this.file.read("records", offset, Math.min(left, Math.max(length, WINDOW_BYTES)));
    this.windowAt = offset;
  }

  private keyOf(slot: number): string {
    const { ids, languages } = this.columns;
    const at = slot * ID_BYTES;
    const hex = Buffer.from(ids.buffer, ids.byteOffset + at, ID_BYTES).toString("hex");
    const blob = /^0+$/.test(hex.slice(40)) ? hex.slice(0, 40) : hex;
    return keyOf(blob, this.names.languages[languages[slot] ?? -1] ?? "");
  }
}

function keyOf(blob: string, language: string): string {
  return `${language} ${blob}`;
}

function namesIn(file: SectionFile): TokenNames {
  const { about } = file;
  const languages = isObject(about) ? about["languages"] : null;
  const reasons = isObject(about) ? about["reasons"] : null;
  if (!isTexts(languages) || !isTexts(reasons)) throw file.damaged("it names no languages");
  return { languages, reasons };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function readColumns(file: SectionFile): Columns {
  const columns: Columns = {
    ids: file.whole("ids"),
    languages: file.numbers("languages", Uint16Array),
    offsets: file.numbers("offsets", Float64Array),
    tokens: file.numbers("tokens", Uint32Array),
    lineDeltas: file.numbers("lineDeltas", Uint32Array),
    fingerprints: file.numbers("fingerprints", Uint32Array),
    checksums: file.numbers("checksums", Uint32Array),
    codeLines: file.numbers("codeLines", Uint32Array),
    isCompared: file.whole("isCompared"),
    days: file.numbers("days", Uint16Array),
    leftOutEnds: file.numbers("leftOutEnds", Uint32Array),
    leftOutReasons: file.numbers("leftOutReasons", Uint16Array),
    leftOutLines: file.numbers("leftOutLines", Uint32Array),
  };
  const { ids, leftOutReasons, leftOutLines, ...ofRecords } = columns;
  const count = columns.days.length;
  const isEven =
    ids.length === count * ID_BYTES &&
    leftOutReasons.length === leftOutLines.length &&
    Object.values(ofRecords).every((column) => column.length === count);
  if (!isEven) throw file.damaged("its columns are of different length");
  return columns;
}
