import type { Corpus } from "./corpus.ts";
import { stepTo, type Seeds } from "./join.ts";
import { lowerBound } from "./lower-bound.ts";
import { sortPairs } from "./radix-sort.ts";

/**
 * Seeds of all parts with their second fingerprint in the files from (inclusive) and to (exclusive), in the order in which
 * they are verified. Those that merely continue the seed before them, or repeat it, are left out.
 */
export function mergeSeeds(
  corpus: Corpus,
  parts: readonly Seeds[],
  from: number,
  to: number,
): Seeds {
  const ranges = parts.map((part) => ({
    part,
    low: placeOf(corpus, part, from),
    high: placeOf(corpus, part, to),
  }));
  const total = ranges.reduce((sum, { low, high }) => sum + high - low, 0);
  const pairs = { first: new Uint32Array(total), second: new Uint32Array(total) };
  let at = 0;
  for (const { part, low, high } of ranges) {
    pairs.first.set(part.first.subarray(low, high), at);
    pairs.second.set(part.second.subarray(low, high), at);
    at += high - low;
  }
  const { first, second } = sortPairs(pairs, corpus.hashes.length);
  const kept = withoutContinuations(corpus, { first, second });
  return { first: first.subarray(0, kept), second: second.subarray(0, kept) };
}

/** Cuts the files into `ranges` with about as many seeds each: the first file of each range, then the number of files. */
export function cutFiles(corpus: Corpus, parts: readonly Seeds[], ranges: number): number[] {
  const before = (file: number): number =>
    parts.reduce((sum, part) => sum + placeOf(corpus, part, file), 0);
  const total = before(corpus.filesCount);
  const cuts = [0];
  for (let range = 1; range < ranges; range++) {
    const wanted = (total * range) / ranges;
    let low = cuts.at(-1) ?? 0;
    let high = corpus.filesCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(middle) < wanted) low = middle + 1;
      else high = middle;
    }
    cuts.push(low);
  }
  cuts.push(corpus.filesCount);
  return cuts;
}

/** Place of the first seed whose second fingerprint is of this file or a later one. */
function placeOf({ fingerprintStarts }: Corpus, { second }: Seeds, file: number): number {
  return lowerBound(second, fingerprintStarts[file]!);
}

/** Moves the seeds to keep to the front of sorted pairs; returns their number. */
function withoutContinuations(corpus: Corpus, { first, second }: Seeds): number {
  const { positions, fileOf } = corpus;
  let kept = 0;
  // The second fingerprint before this one, and the firsts it was paired with, ascending.
  let before = -1;
  let earlier = new Uint32Array(0);
  for (let from = 0; from < first.length;) {
    const b = second[from]!;
    let to = from + 1;
    while (to < first.length && second[to] === b) to++;
    const own = first.slice(from, to);
    const follows = before === b - 1 && fileOf[b - 1] === fileOf[b];
    let at = 0;
    for (let i = 0; i < own.length; i++) {
      const a = own[i]!;
      if (i > 0 && own[i - 1] === a) continue;
      if (follows && a > 0 && a !== b - 1) {
        while (at < earlier.length && earlier[at]! < a - 1) at++;
        const isContinued =
          earlier[at] === a - 1 &&
          fileOf[a - 1] === fileOf[a] &&
          stepTo(positions, a) === stepTo(positions, b);
        if (isContinued) continue;
      }
      first[kept] = a;
      second[kept++] = b;
    }
    earlier = own;
    before = b;
    from = to;
  }
  return kept;
}
