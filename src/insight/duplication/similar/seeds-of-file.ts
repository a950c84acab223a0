import type { Corpus } from "../corpus.ts";
import type { Seeds } from "../join.ts";

/** Of a fingerprint with more pairs than this in two files only those are taken that have a neighbour in common. */
const MOST_PAIRS = 4096;
/** And so many for each place. */
const MOST_LIKELY = 64;

/**
 * Pairs of equal fingerprints of one file with those of all others. Of fingerprints that stand in very many files the
 * whole comparison takes the likeliest pairs only; for one file all of them can be tried.
 */
export function seedsOfFile(corpus: Corpus, file: number): Seeds {
  const { hashes, fingerprintStarts } = corpus;
  const [start, end] = [fingerprintStarts[file]!, fingerprintStarts[file + 1]!];
  const own = new Map<number, number[]>();
  for (let at = start; at < end; at++) push(own, hashes[at]!, at);
  const first: number[] = [];
  const second: number[] = [];
  const pair = (a: number, b: number): void => {
    first.push(Math.min(a, b));
    second.push(Math.max(a, b));
  };
  for (let other = 0; other < corpus.filesCount; other++) {
    if (other === file) continue;
    const theirs = new Map<number, number[]>();
    for (let at = fingerprintStarts[other]!; at < fingerprintStarts[other + 1]!; at++) {
      if (own.has(hashes[at]!)) push(theirs, hashes[at]!, at);
    }
    for (const [hash, places] of theirs) pairAll(own.get(hash) ?? [], places, hashes, pair);
  }
  return { first: Uint32Array.from(first), second: Uint32Array.from(second) };
}

function pairAll(
  own: readonly number[],
  theirs: readonly number[],
  hashes: Uint32Array,
  pair: (a: number, b: number) => void,
): void {
  const isFew = own.length * theirs.length <= MOST_PAIRS;
  for (const a of own) {
    let pairs = 0;
    for (const b of theirs) {
      const isLikely = isFew || hashes[a + 1] === hashes[b + 1] || hashes[a - 1] === hashes[b - 1];
      if (!isLikely) continue;
      pair(a, b);
      if (!isFew && ++pairs === MOST_LIKELY) break;
    }
  }
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
