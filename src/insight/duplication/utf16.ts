import { MAX_FILE_BYTES } from "./left-out.ts";

/** UTF-16 is told by its byte-order mark, as editors write it; anything else is taken for UTF-8 or a superset of ASCII. */
export function fromUtf16(bytes: Uint8Array): Uint8Array {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if ((!isLittle && !isBig) || bytes.length > MAX_FILE_BYTES) return bytes;
  const decoder = new TextDecoder(isLittle ? "utf-16le" : "utf-16be");
  return new TextEncoder().encode(decoder.decode(bytes));
}
