import type { Corpus } from "./corpus.ts";
import { digestsOf, sharedWords, tokensOf } from "./corpus.ts";
import { GRAM_TOKENS } from "./fingerprint.ts";
import { radixSort, sortPairs, type Pairs } from "./radix-sort.ts";
import { mix, TEXT_MASK } from "./tokenize/token-code.ts";

/** Fingerprints of one range of hashes, sorted: a bucket is a run of equal hashes. */
export interface JoinPart {
  readonly order: Uint32Array;
}

/** Pairs of equal fingerprints (indexes into the corpus's) where a clone may begin, by their second, then their first. */
export interface Seeds {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** In buckets up to this size every pair is tried; in larger ones only those with the most similar surroundings. */
const FULL_BUCKET = 8;
const SPELLING_TOKENS = 48;

/**
 * Groups the fingerprints of hash range `part` of `parts` that occur more than once, and notes in `wide` (one byte for each
 * fingerprint of the corpus) which are in large buckets. Parts are independent: threads or machines may each hold some.
 */
export function sortPart(corpus: Corpus, part: number, parts: number, wide: Uint8Array): JoinPart {
  const { hashes } = corpus;
  const width = 0x100000000 / parts;
  const low = Math.ceil(part * width);
  const high = Math.ceil((part + 1) * width);
  const order = groupRange(hashes, low, high);
  forEachBucket(order, hashes, (from, to) => {
    if (to - from > FULL_BUCKET) for (let i = from; i < to; i++) wide[order[i]!] = 1;
  });
  return { order };
}

/** Fingerprints per slot of the first, coarse sort. */
const SLOT_SIZE = 4;
const MAX_SLOTS = 1 << 20;
/** Slots above this size are sorted by digits instead of by insertion. */
const MAX_INSERTION = 64;

/** Indexes of the hashes in [low, high) that are not alone, by hash, then by index. */
function groupRange(hashes: Uint32Array, low: number, high: number): Uint32Array<ArrayBuffer> {
  let count = 0;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i]!;
    if (hash >= low && hash < high) count++;
  }
  const slots = Math.max(1, Math.min(MAX_SLOTS, Math.floor(count / SLOT_SIZE)));
  const scale = slots / (high - low);
  const ends = new Uint32Array(slots + 1);
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i]!;
    if (hash >= low && hash < high) ends[((hash - low) * scale) >>> 0]!++;
  }
  let sum = 0;
  for (let slot = 0; slot <= slots; slot++) {
    const size = ends[slot]!;
    ends[slot] = sum;
    sum += size;
  }
  const order = new Uint32Array(count);
  const keys = new Uint32Array(count);
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i]!;
    if (hash < low || hash >= high) continue;
    const at = ends[((hash - low) * scale) >>> 0]!++;
    order[at] = i;
    keys[at] = hash;
  }
  let from = 0;
  for (let slot = 0; slot < slots; slot++) {
    const to = ends[slot]!;
    if (to - from <= MAX_INSERTION) sortByInsertion(order, keys, from, to);
    else {
      order.set(radixSort(order.slice(from, to), hashes), from);
      for (let i = from; i < to; i++) keys[i] = hashes[order[i]!]!;
    }
    from = to;
  }
  return withoutSingles(order, keys);
}

function sortByInsertion(order: Uint32Array, keys: Uint32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const key = keys[i]!;
    const index = order[i]!;
    let k = i - 1;
    for (; k >= from && keys[k]! > key; k--) {
      keys[k + 1] = keys[k]!;
      order[k + 1] = order[k]!;
    }
    keys[k + 1] = key;
    order[k + 1] = index;
  }
}

function withoutSingles(
  order: Uint32Array<ArrayBuffer>,
  keys: Uint32Array,
): Uint32Array<ArrayBuffer> {
  let kept = 0;
  for (let i = 0; i < order.length; i++) {
    if (keys[i] === keys[i + 1] || (i > 0 && keys[i] === keys[i - 1])) order[kept++] = order[i]!;
  }
  return order.slice(0, kept);
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
  return orderPairs(corpus, pairs.take());
}

/** The seeds in their canonical order, in memory that all threads see. */
function orderPairs(corpus: Corpus, pairs: Pairs): Seeds {
  turnByContent(corpus, pairs);
  const { first, second } = sortPairs(pairs, corpus.hashes.length);
  const shared = { first: sharedWords(first.length), second: sharedWords(first.length) };
  shared.first.set(first);
  shared.second.set(second);
  return shared;
}

/**
 * Of two files always the same comes first, whatever they are called: where a gap can be bridged in two ways, or seeds
 * lead to different clones, the answer then depends on what is in the files alone.
 */
function turnByContent(corpus: Corpus, { first, second }: Pairs): void {
  const { fileOf } = corpus;
  const digests = digestsOf(corpus);
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i]!, second[i]!];
    if (digests[fileOf[a]!]! <= digests[fileOf[b]!]!) continue;
    first[i] = b;
    second[i] = a;
  }
}

/** A number holds a 32-bit key and so many bits of a place in the bucket; what is beyond is not looked at. */
const PLACES = 1 << 21;

/**
 * Sorted neighbourhood: places that are spelt alike, or follow or precede alike, are tried with the next such place and
 * with the first of them, so that a family of copies holds together through one of its members.
 */
function joinWide(corpus: Corpus, bucket: Uint32Array, wide: Uint8Array, pairs: PairList): void {
  const size = Math.min(bucket.length, PLACES);
  const sorted = new Float64Array(size);
  for (const { keyOf, shift } of neighbourhoods) {
    for (let i = 0; i < size; i++) sorted[i] = keyOf(corpus, bucket[i]!) * PLACES + i;
    sorted.sort();
    let first = 0;
    for (let i = 1; i < size; i++) {
      if (groupOf(sorted[i]!, shift) !== groupOf(sorted[first]!, shift)) {
        first = i;
        continue;
      }
      const place = bucket[sorted[i]! % PLACES]!;
      offerEither(corpus, bucket[sorted[i - 1]! % PLACES]!, place, wide, pairs);
      if (first < i - 1) offerEither(corpus, bucket[sorted[first]! % PLACES]!, place, wide, pairs);
    }
  }
}

interface Neighbourhood {
  readonly keyOf: (corpus: Corpus, index: number) => number;
  /** Low bits of the key in which neighbours may differ. */
  readonly shift: number;
}

const neighbourhoods: readonly Neighbourhood[] = [
  { keyOf: spellingFrom, shift: 16 },
  { keyOf: ({ hashes }, index) => surroundings(hashes, index, 1), shift: 16 },
  { keyOf: ({ hashes }, index) => surroundings(hashes, index, -1), shift: 16 },
];

function groupOf(sorted: number, shift: number): number {
  return Math.floor(sorted / PLACES) >>> shift;
}

function offerEither(
  corpus: Corpus,
  a: number,
  b: number,
  wide: Uint8Array,
  pairs: PairList,
): void {
  offer(corpus, Math.min(a, b), Math.max(a, b), wide, pairs);
}

/** Bits of the next two fingerprints in one direction, then of the first in the other, the nearest first. */
function surroundings(hashes: Uint32Array, index: number, step: 1 | -1): number {
  const nearest = (hashes[index + step] ?? 0) & 0xffff0000;
  const second = ((hashes[index + 2 * step] ?? 0) >>> 22) << 6;
  const opposite = (hashes[index - step] ?? 0) >>> 26;
  return (nearest | second | opposite) >>> 0;
}

/** Bits of a hash of the fingerprint's own tokens, names and literals as they are spelt, then of those that follow. */
function spellingFrom(corpus: Corpus, index: number): number {
  const tokens = tokensOf(corpus, corpus.fileOf[index]!);
  const from = corpus.positions[index]!;
  const own = hashSpelling(tokens, from, from + GRAM_TOKENS);
  const next = hashSpelling(tokens, from + GRAM_TOKENS, from + SPELLING_TOKENS);
  return ((own & 0xffff0000) | (next >>> 16)) >>> 0;
}

function hashSpelling(tokens: Uint16Array, from: number, to: number): number {
  const end = Math.min(tokens.length, to);
  let hash = 0x811c9dc5;
  for (let i = from; i < end; i++) hash = Math.imul(hash ^ (tokens[i]! & TEXT_MASK), 0x01000193);
  return mix(hash);
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
export function stepTo(positions: Uint32Array, index: number): number {
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

  take(): Pairs {
    return { first: this.first.slice(0, this.count), second: this.second.slice(0, this.count) };
  }
}
