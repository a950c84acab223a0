import { closeSync, fstatSync, readSync } from "node:fs";
import { DamagedFile } from "#kernel/damaged-file.ts";
import { openPlainFileSync } from "#kernel/plain-file.ts";
import {
  continueSum,
  decodeFooter,
  decodeTail,
  keyFor,
  magic,
  TAIL_BYTES,
  type Footer,
  type SectionPlace,
} from "./section-format.ts";

/** A footer of a million sections; whatever claims more is no file of ours. */
const LONGEST_FOOTER = 1 << 26;

/** Reads a file of sections, whole or by offset; no length in it is trusted. Stays readable when the file is replaced. */
export class SectionFile {
  readonly path: string;
  readonly bytes: number;
  private readonly file: number;
  private readonly footer: Footer;
  private readonly places: ReadonlyMap<string, SectionPlace>;

  private constructor(path: string, file: number, bytes: number, footer: Footer) {
    this.path = path;
    this.file = file;
    this.bytes = bytes;
    this.footer = footer;
    this.places = new Map(footer.sections.map((place) => [place.name, place]));
  }

  /** Null when there is no such file, or a torn or foreign one, or one of another format or version. */
  static open(path: string, format: string): SectionFile | null {
    let file: number;
    try {
      file = openPlainFileSync(path);
    } catch {
      return null; // unreadable is as good as absent: it is made again, and writing it will say why it cannot
    }
    try {
      const { size } = fstatSync(file);
      const footer = readFooter(file, size, keyFor(format));
      if (footer !== null) return new SectionFile(path, file, size, footer);
    } catch {
      // A folder or a device in its place: foreign.
    }
    closeSync(file);
    return null;
  }

  get generation(): string {
    return this.footer.generation;
  }

  /** What the writer said of the file; of whatever shape. */
  get about(): unknown {
    return this.footer.about;
  }

  /** Bytes of a section; throws `DamagedFile` where it is missing. */
  lengthOf(name: string): number {
    return this.placeOf(name).length;
  }

  /** A whole section, checked. */
  whole(name: string): Uint8Array<ArrayBuffer> {
    const { length, checksum } = this.placeOf(name);
    const bytes = this.read(name, 0, length);
    if (continueSum(0, bytes) !== checksum) throw this.damaged(`the sum of ${name} is wrong`);
    return bytes;
  }

  /** A whole section of numbers, checked. */
  numbers<T>(name: string, type: NumbersOf<T>): T {
    const bytes = this.whole(name);
    if (bytes.length % type.BYTES_PER_ELEMENT !== 0) throw this.damaged(`${name} is cut off`);
    return new type(bytes.buffer, 0, bytes.length / type.BYTES_PER_ELEMENT);
  }

  /** Part of a section, in memory of its own; not checked against its sum. */
  read(name: string, offset: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(length);
    this.readInto(bytes, name, offset);
    return bytes;
  }

  readInto(bytes: Uint8Array, name: string, offset: number): void {
    const place = this.placeOf(name);
    if (offset < 0 || offset + bytes.length > place.length)
      throw this.damaged(`something lies outside ${name}`);
    let at = 0;
    while (at < bytes.length) {
      const got = readSync(this.file, bytes, at, bytes.length - at, place.offset + offset + at);
      if (got === 0) throw this.damaged("it is shorter than it was");
      at += got;
    }
  }

  close(): void {
    closeSync(this.file);
  }

  damaged(what: string): DamagedFile {
    return new DamagedFile(this.path, what);
  }

  private placeOf(name: string): SectionPlace {
    const place = this.places.get(name);
    if (place === undefined) throw this.damaged(`it has no ${name}`);
    return place;
  }
}

/** A constructor of typed arrays. */
export interface NumbersOf<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): T;
}

function readFooter(file: number, size: number, key: string): Footer | null {
  const end = size - TAIL_BYTES;
  if (end < magic.length) return null;
  if (!readAt(file, 0, magic.length).equals(magic)) return null;
  const tail = decodeTail(readAt(file, end, TAIL_BYTES));
  if (tail === null || tail.length > Math.min(LONGEST_FOOTER, end - magic.length)) return null;
  const start = end - tail.length;
  return decodeFooter(readAt(file, start, tail.length), tail.checksum, key, start);
}

function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
}
