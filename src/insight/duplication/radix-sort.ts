const RADIX_BITS = 11;
const RADIX_SIZE = 1 << RADIX_BITS;

/** Sorts indexes by the 32-bit keys they point at; stable. */
export function radixSort(
  indexes: Uint32Array<ArrayBuffer>,
  keys: Uint32Array,
): Uint32Array<ArrayBuffer> {
  let from = indexes;
  let to = new Uint32Array(indexes.length);
  const counts = new Uint32Array(RADIX_SIZE);
  for (let shift = 0; shift < 32; shift += RADIX_BITS) {
    counts.fill(0);
    for (let i = 0; i < from.length; i++) counts[(keys[from[i]!]! >>> shift) & (RADIX_SIZE - 1)]!++;
    startsOf(counts);
    for (let i = 0; i < from.length; i++) {
      const index = from[i]!;
      to[counts[(keys[index]! >>> shift) & (RADIX_SIZE - 1)]!++] = index;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Two numbers each. */
export interface Pairs {
  first: Uint32Array<ArrayBuffer>;
  second: Uint32Array<ArrayBuffer>;
}

/** By second, then first; numbers are below `limit`. The pairs given are overwritten. */
export function sortPairs(pairs: Pairs, limit: number): Pairs {
  let from = pairs;
  let to = {
    first: new Uint32Array(pairs.first.length),
    second: new Uint32Array(pairs.first.length),
  };
  const counts = new Uint32Array(RADIX_SIZE);
  for (const key of ["first", "second"] as const) {
    for (let shift = 0; shift < 32 && limit >>> shift > 0; shift += RADIX_BITS) {
      const keys = from[key];
      counts.fill(0);
      for (let i = 0; i < keys.length; i++) counts[(keys[i]! >>> shift) & (RADIX_SIZE - 1)]!++;
      startsOf(counts);
      const { first, second } = from;
      const { first: toFirst, second: toSecond } = to;
      for (let i = 0; i < keys.length; i++) {
        const place = counts[(keys[i]! >>> shift) & (RADIX_SIZE - 1)]!++;
        toFirst[place] = first[i]!;
        toSecond[place] = second[i]!;
      }
      [from, to] = [to, from];
    }
  }
  return from;
}

function startsOf(counts: Uint32Array): void {
  let sum = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit]!;
    counts[digit] = sum;
    sum += count;
  }
}
