import type { FileTokens } from "#insight/duplication/file-tokens.ts";
import type { TokenWriter } from "#ports/clone-store.ts";
import { SectionWriter } from "../section-writer.ts";
import { checksumOfRecord, partsOfRecord, RECORD_ALIGNMENT } from "./token-record.ts";
import { ID_BYTES, tokenFormat } from "./token-store.ts";

/** Numbers words in the order of their first use. */
class Names {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();

  placeOf(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** Writes a token store anew, record by record; see `TokenStore`. Throws `write-failed`. */
export class TokenStoreWriter implements TokenWriter {
  private readonly writer: SectionWriter;
  private readonly languageNames = new Names();
  private readonly reasonNames = new Names();
  private readonly slots = new Map<string, number>();
  private readonly ids: Buffer[] = [];
  private readonly languages: number[] = [];
  private readonly offsets: number[] = [];
  private readonly tokens: number[] = [];
  private readonly lineDeltas: number[] = [];
  private readonly fingerprints: number[] = [];
  private readonly checksums: number[] = [];
  private readonly codeLines: number[] = [];
  private readonly isCompared: number[] = [];
  private readonly days: number[] = [];
  private readonly leftOutEnds: number[] = [];
  private readonly leftOutReasons: number[] = [];
  private readonly leftOutLines: number[] = [];

  constructor(path: string, part?: string) {
    this.writer = new SectionWriter(path, part);
  }

  get generation(): string {
    return this.writer.generation;
  }

  /** The record's place; a blob that is there already keeps its own. `day`: days since the epoch. */
  add(blob: string, language: string, file: FileTokens, day: number): number {
    const key = `${language} ${blob}`;
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const { writer } = this;
    writer.align(RECORD_ALIGNMENT);
    this.offsets.push(writer.sectionBytes);
    for (const part of partsOfRecord(file)) writer.write(part);
    this.checksums.push(checksumOfRecord(file));
    const id = Buffer.alloc(ID_BYTES);
    id.write(blob, "hex");
    this.ids.push(id);
    this.languages.push(this.languageNames.placeOf(language));
    this.tokens.push(file.tokens.length);
    this.lineDeltas.push(file.lineDeltas.length);
    this.fingerprints.push(file.hashes.length);
    this.codeLines.push(file.codeLines);
    this.isCompared.push(file.isCompared ? 1 : 0);
    for (const { reason, lines } of file.leftOut) {
      this.leftOutReasons.push(this.reasonNames.placeOf(reason));
      this.leftOutLines.push(lines);
    }
    this.leftOutEnds.push(this.leftOutLines.length);
    const slot = this.days.push(day) - 1;
    this.slots.set(key, slot);
    return slot;
  }

  finish(): void {
    const { writer } = this;
    writer.endSection("records");
    const columns: readonly [string, ArrayBufferView][] = [
      ["ids", Buffer.concat(this.ids)],
      ["languages", Uint16Array.from(this.languages)],
      ["offsets", Float64Array.from(this.offsets)],
      ["tokens", Uint32Array.from(this.tokens)],
      ["lineDeltas", Uint32Array.from(this.lineDeltas)],
      ["fingerprints", Uint32Array.from(this.fingerprints)],
      ["checksums", Uint32Array.from(this.checksums)],
      ["codeLines", Uint32Array.from(this.codeLines)],
      ["isCompared", Uint8Array.from(this.isCompared)],
      ["days", Uint16Array.from(this.days)],
      ["leftOutEnds", Uint32Array.from(this.leftOutEnds)],
      ["leftOutReasons", Uint16Array.from(this.leftOutReasons)],
      ["leftOutLines", Uint32Array.from(this.leftOutLines)],
    ];
    for (const [name, values] of columns) {
      writer.write(values);
      writer.endSection(name);
    }
    const { list: languages } = this.languageNames;
    writer.finish(tokenFormat, { languages, reasons: this.reasonNames.list });
  }

  /** Leaves the store as it was. */
  discard(): void {
    this.writer.discard();
  }
}
