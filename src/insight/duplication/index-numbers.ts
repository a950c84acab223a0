/** In place of the position of a fingerprint: the hash is that of the whole file's tokens. */
export const WHOLE_FILE = 0xffffffff;
/** In place of a file's number: none. */
export const NO_FILE = 0xffffffff;

/** Hashes of part `part` of `parts`: from (inclusive) and to (exclusive), as in `sortPart`. */
export function rangeOf(part: number, parts: number): [low: number, high: number] {
  const width = 0x100000000 / parts;
  return [Math.ceil(part * width), Math.ceil((part + 1) * width)];
}

export function partOf(hash: number, parts: number): number {
  const part = Math.min(parts - 1, Math.floor(hash / (0x100000000 / parts)));
  const [low, high] = rangeOf(part, parts);
  return hash < low ? part - 1 : hash >= high ? part + 1 : part;
}
