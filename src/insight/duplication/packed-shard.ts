import type { TokenShard } from "./token-shard.ts";

/** In the order in which they are packed: the widest first, so that each lies at a multiple of its width. */
const wide = [
  "fileIds",
  "tokenEnds",
  "deltaEnds",
  "fingerprintEnds",
  "digests",
  "hashes",
  "positions",
] as const;
const headBytes = (wide.length + 2) * Uint32Array.BYTES_PER_ELEMENT;

/** A shard as bytes for another process: the lengths of its arrays, then the arrays. */
export function packShard(shard: TokenShard): Uint8Array {
  const arrays = [...wide.map((name) => shard[name]), shard.tokens, shard.lineDeltas];
  const size = arrays.reduce((sum, { byteLength }) => sum + byteLength, headBytes);
  const packed = new Uint8Array(size);
  const head = new Uint32Array(packed.buffer, 0, arrays.length);
  let at = headBytes;
  arrays.forEach((array, index) => {
    head[index] = array.length;
    packed.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  });
  return packed;
}

/** What was packed, in memory that all threads see, each array in its own. Throws where there is no room. */
export function unpackShard(packed: Uint8Array): TokenShard {
  const head = new Uint32Array(packed.slice(0, headBytes).buffer);
  let at = headBytes;
  const next = (index: number, width: number): SharedArrayBuffer => {
    const shared = new SharedArrayBuffer((head[index] ?? 0) * width);
    new Uint8Array(shared).set(packed.subarray(at, at + shared.byteLength));
    at += shared.byteLength;
    return shared;
  };
  const words = (index: number): Uint32Array =>
    new Uint32Array(next(index, Uint32Array.BYTES_PER_ELEMENT));
  return {
    fileIds: words(0),
    tokenEnds: words(1),
    deltaEnds: words(2),
    fingerprintEnds: words(3),
    digests: words(4),
    hashes: words(5),
    positions: words(6),
    tokens: new Uint16Array(next(7, Uint16Array.BYTES_PER_ELEMENT)),
    lineDeltas: new Uint8Array(next(8, Uint8Array.BYTES_PER_ELEMENT)),
  };
}
