/**
 * One token in 16 bits: two bits of kind, one bit "first on its line", 13 bits of its text's hash. Both alphabets
 * (exact, and blind to names and literals) read from it, so that a line of code costs about 20 bytes.
 */
export const KIND_MASK = 0xc000;
export const WORD = 0x4000;
export const LITERAL = 0x8000;
export const LINE_START = 0x2000;
export const HASH_MASK = 0x1fff;
/** Number of different hashes: the size of tables indexed by them. */
export const HASH_COUNT = 0x2000;
/** Everything but the line mark. */
export const TEXT_MASK = 0xdfff;

export const HASH_SEED = 0x811c9dc5;

/** One step of FNV-1a (Fowler, Noll, Vo). */
export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** Spreads all bits over all others (the finaliser of MurmurHash3, Appleby). */
export function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Folds a 32-bit hash into the bits a token has. */
export function fold(hash: number): number {
  return (hash ^ (hash >>> 13) ^ (hash >>> 22)) & HASH_MASK;
}

export function hashText(text: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < text.length; i++) hash = hashByte(hash, text.charCodeAt(i));
  return hash;
}
