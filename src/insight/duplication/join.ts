import type { Corpus } from "./corpus.ts";
import { tokensOf } from "./corpus.ts";
import { TEXT_MASK } from "./tokenize/token-code.ts";

/** Fingerprints of one range of hashes, sorted: a bucket is a run of equal hashes. */
export interface JoinPart {
  readonly order: Uint32Array;
}

/** Pairs of equal fingerprints (indexes into the corpus's, first < second) where a clone may begin. */
export interface Seeds {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** In buckets up to this size every pair is tried; in larger ones only those with the most similar surroundings. */
const FULL_BUCKET = 8;
const NEIGHBOURS = 1;
const SPELLING_TOKENS = 48;
const RADIX_BITS = 11;
const RADIX_SIZE = 1 << RADIX_BITS;

/**
 * Sorts the fingerprints of hash range `part` of `parts` and notes in `wide` (one byte for each fingerprint of the
 * corpus) which of them are in large buckets. Parts are independent: threads or machines may each hold some.
 */
export function sortPart(corpus: Corpus, part: number, parts: number, wide: Uint8Array): JoinPart {
  const { hashes } = corpus;
  const width = 0x100000000 / parts;
  const low = Math.ceil(part * width);
  const high = Math.ceil((part + 1) * width);
  let count = 0;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i]!;
    if (hash >= low && hash < high) count++;
  }
  let order = new Uint32Array(count);
  count = 0;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i]!;
    if (hash >= low && hash < high) order[count++] = i;
  }
  order = radixSort(order, hashes);
  forEachBucket(order, hashes, (from, to) => {
    if (to - from > FULL_BUCKET) for (let i = from; i < to; i++) wide[order[i]!] = 1;
  });
  return { order };
}

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
    let sum = 0;
    for (let digit = 0; digit < RADIX_SIZE; digit++) {
      const count = counts[digit]!;
      counts[digit] = sum;
      sum += count;
    }
    for (let i = 0; i < from.length; i++) {
      const index = from[i]!;
      to[counts[(keys[index]! >>> shift) & (RADIX_SIZE - 1)]!++] = index;
    }
    [from, to] = [to, from];
  }
  return from;
}

function forEachBucket(
  order: Uint32Array,
  hashes: Uint32Array,
  visit: (from: number, to: number) => void,
): void {
  let from = 0;
  while (from < order.length) {
    const hash = hashes[order[from]!]!;
    let to = from + 1;
    while (to < order.length && hashes[order[to]!] === hash) to++;
    if (to - from > 1) visit(from, to);
    from = to;
  }
}

/** Seeds of one sorted part. `wide` must be complete: all parts sorted. */
export function joinPart(corpus: Corpus, part: JoinPart, wide: Uint8Array): Seeds {
  const pairs = new PairList();
  const { order } = part;
  forEachBucket(order, corpus.hashes, (from, to) => {
    if (to - from > FULL_BUCKET) return joinWide(corpus, order.slice(from, to), wide, pairs);
    for (let i = from; i < to; i++) {
      for (let k = i + 1; k < to; k++) offer(corpus, order[i]!, order[k]!, wide, pairs);
    }
  });
  return pairs.take();
}

/** Sorted neighbourhood: sorted by what follows or precedes, true copies lie side by side. */
function joinWide(corpus: Corpus, bucket: Uint32Array, wide: Uint8Array, pairs: PairList): void {
  const { hashes } = corpus;
  const around = (index: number, step: number): number => hashes[index + step] ?? 0;
  const spelling = new Map<number, number>();
  for (const index of bucket) spelling.set(index, spellingFrom(corpus, index));
  const orders = [
    (a: number, b: number): number => spelling.get(a)! - spelling.get(b)! || a - b,
    (a: number, b: number): number =>
      around(a, 1) - around(b, 1) ||
      around(a, 2) - around(b, 2) ||
      around(a, -1) - around(b, -1) ||
      a - b,
    (a: number, b: number): number =>
      around(a, -1) - around(b, -1) ||
      around(a, -2) - around(b, -2) ||
      around(a, 1) - around(b, 1) ||
      a - b,
  ];
  for (const order of orders) {
    bucket.sort(order);
    for (let i = 0; i < bucket.length; i++) {
      for (let k = i + 1; k <= i + NEIGHBOURS && k < bucket.length; k++) {
        const [a, b] = [bucket[i]!, bucket[k]!];
        offer(corpus, Math.min(a, b), Math.max(a, b), wide, pairs);
      }
    }
  }
}

/** A hash of the tokens at a fingerprint and after it, names and literals as they are spelt. */
function spellingFrom(corpus: Corpus, index: number): number {
  const tokens = tokensOf(corpus, corpus.fileOf[index]!);
  const from = corpus.positions[index]!;
  const to = Math.min(tokens.length, from + SPELLING_TOKENS);
  let hash = 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (tokens[i]! & TEXT_MASK), 0x01000193);
  return hash;
}

/** Takes a pair unless the pair of fingerprints before it, found in its own bucket, leads to the same clone. */
function offer(corpus: Corpus, a: number, b: number, wide: Uint8Array, pairs: PairList): void {
  const { hashes, positions, fileOf } = corpus;
  if (
    a > 0 &&
    hashes[a - 1] === hashes[b - 1] &&
    wide[a - 1] === 0 &&
    fileOf[a - 1] === fileOf[a] &&
    fileOf[b - 1] === fileOf[b] &&
    stepTo(positions, a) === stepTo(positions, b) &&
    a !== b - 1
  ) {
    return;
  }
  pairs.push(a, b);
}

/** Tokens between a fingerprint and the one before it. */
function stepTo(positions: Uint32Array, index: number): number {
  return positions[index]! - positions[index - 1]!;
}

class PairList {
  private first = new Uint32Array(1 << 12);
  private second = new Uint32Array(1 << 12);
  private count = 0;

  push(a: number, b: number): void {
    if (this.count === this.first.length) {
      const first = new Uint32Array(this.count * 2);
      first.set(this.first);
      this.first = first;
      const second = new Uint32Array(this.count * 2);
      second.set(this.second);
      this.second = second;
    }
    this.first[this.count] = a;
    this.second[this.count++] = b;
  }

  take(): Seeds {
    return { first: this.first.slice(0, this.count), second: this.second.slice(0, this.count) };
  }
}

/** Seeds of all parts in order of their second fingerprint, then their first: the order in which they are verified. */
export function mergeSeeds(parts: readonly Seeds[], share: (length: number) => Uint32Array): Seeds {
  const total = parts.reduce((sum, part) => sum + part.first.length, 0);
  const first = new Uint32Array(total);
  const second = new Uint32Array(total);
  let at = 0;
  for (const part of parts) {
    first.set(part.first, at);
    second.set(part.second, at);
    at += part.first.length;
  }
  const order = new Uint32Array(total);
  for (let i = 0; i < total; i++) order[i] = i;
  const sorted = radixSort(radixSort(order, first), second);
  const result = { first: share(total), second: share(total) };
  for (let i = 0; i < total; i++) {
    result.first[i] = first[sorted[i]!]!;
    result.second[i] = second[sorted[i]!]!;
  }
  return result;
}
