import { endianness } from "node:os";
import { crc32 } from "node:zlib";

/*
 * A file of named sections: magic, the sections one after the other, a footer in JSON that says where they lie, and a tail
 * with the footer's length and checksum. It is written in one go, of any size, and read whole or by offset.
 */
export const magic = Buffer.from("fulcrum-parts 1\n", "latin1");
/** Sections and records begin at multiples of this, so that they can be read into typed arrays of 64-bit numbers. */
export const ALIGNMENT = 8;
export const TAIL_BYTES = 16;
const tailMark = Buffer.from("fulcrum\n", "latin1");

/** Goes on with a sum. (zlib begins anew at an empty block that has no address.) */
export function continueSum(sum: number, bytes: ArrayBufferView): number {
  if (bytes.byteLength === 0) return sum;
  return crc32(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), sum);
}

export interface SectionPlace {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  /** CRC-32 of the whole section. */
  readonly checksum: number;
}

export interface Footer {
  /** Names the format, its version, and the versions of everything whose results it holds. */
  readonly key: string;
  /** Differs between any two files written. */
  readonly generation: string;
  readonly about: unknown;
  readonly sections: readonly SectionPlace[];
}

/** Numbers are written as the machine has them; a file of another kind of machine is foreign. */
export function keyFor(format: string): string {
  return `${format} ${endianness()}`;
}

export function encodeFooter(footer: Footer): Buffer {
  const text = Buffer.from(JSON.stringify(footer), "utf8");
  const tail = Buffer.alloc(TAIL_BYTES);
  tail.writeUInt32LE(text.length, 0);
  tail.writeUInt32LE(crc32(text), 4);
  tailMark.copy(tail, 8);
  return Buffer.concat([text, tail]);
}

/** Length and checksum of the footer before it; null when this is no tail. */
export function decodeTail(tail: Buffer): { length: number; checksum: number } | null {
  if (tail.length !== TAIL_BYTES || !tail.subarray(8).equals(tailMark)) return null;
  return { length: tail.readUInt32LE(0), checksum: tail.readUInt32LE(4) };
}

/** The footer, when its text is whole, made for `key`, and its sections lie before `end`. */
export function decodeFooter(text: Buffer, checksum: number, key: string, end: number) {
  if (crc32(text) !== checksum) return null;
  let found: unknown;
  try {
    found = JSON.parse(text.toString("utf8"));
  } catch {
    return null; // a checksum of nonsense: a foreign file
  }
  return isFooter(found) && found.key === key && found.sections.every((one) => isInside(one, end))
    ? found
    : null;
}

function isFooter(value: unknown): value is Footer {
  return (
    isObject(value) &&
    typeof value["key"] === "string" &&
    typeof value["generation"] === "string" &&
    Array.isArray(value["sections"]) &&
    value["sections"].every(isPlace)
  );
}

function isPlace(value: unknown): value is SectionPlace {
  return (
    isObject(value) &&
    typeof value["name"] === "string" &&
    isCount(value["offset"]) &&
    isCount(value["length"]) &&
    isCount(value["checksum"])
  );
}

function isInside({ offset, length }: SectionPlace, end: number): boolean {
  return offset >= magic.length && offset % ALIGNMENT === 0 && offset + length <= end;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

export function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
