import type { LineRange } from "../line-map.ts";
import type { FoundCopy } from "./match-file.ts";

/** A stretch of the file in question, with everything that it stands alike in. */
export interface Region extends LineRange {
  readonly tokens: number;
  /** The most alike first. */
  readonly copies: readonly FoundCopy[];
}

/** Two stretches are the same when they share this much of what they span together. */
const SAME_REGION = 0.85;
/** A copy is told when a longer one of the same two files covers this much of it on both sides. */
const COVERED = 0.75;
/** Two copies in one file are the same when the smaller shares this much with the other. */
const SAME_COPY = 0.5;

interface OpenRegion {
  readonly range: LineRange;
  readonly tokens: number;
  readonly copies: FoundCopy[];
}

/**
 * Gathers copies of the same stretch, and tells each once: the longest stretches first, of those the ones with most copies.
 */
export function tellRegions(copies: readonly FoundCopy[]): Region[] {
  const regions: OpenRegion[] = [];
  const told = new Map<number, FoundCopy[]>();
  const order = copies.toSorted(
    (a, b) =>
      b.tokens - a.tokens ||
      a.own.start - b.own.start ||
      b.similarity - a.similarity ||
      a.file - b.file ||
      a.there.start - b.there.start,
  );
  for (const copy of order) {
    const ofFile = told.get(copy.file) ?? [];
    if (ofFile.some((longer) => isTold(longer, copy))) continue;
    told.set(copy.file, ofFile);
    ofFile.push(copy);
    const region = regions.find(({ range }) => isSame(range, copy.own));
    if (region === undefined) {
      regions.push({ range: copy.own, tokens: copy.tokens, copies: [copy] });
    } else if (!region.copies.some((other) => other.file === copy.file && meet(other, copy))) {
      region.copies.push(copy);
    }
  }
  return regions
    .map(({ range, tokens, copies: found }) => ({
      ...range,
      tokens,
      copies: found.sort((a, b) => b.similarity - a.similarity || a.file - b.file),
    }))
    .sort((a, b) => b.codeLines - a.codeLines || b.copies.length - a.copies.length);
}

function isTold(longer: FoundCopy, shorter: FoundCopy): boolean {
  return covers(longer.own, shorter.own, COVERED) && covers(longer.there, shorter.there, COVERED);
}

function meet(one: FoundCopy, other: FoundCopy): boolean {
  return covers(one.there, other.there, SAME_COPY) || covers(other.there, one.there, SAME_COPY);
}

function covers(longer: LineRange, shorter: LineRange, share: number): boolean {
  return sharedLines(longer, shorter) >= share * (shorter.end - shorter.start + 1);
}

function isSame(a: LineRange, b: LineRange): boolean {
  const span = Math.max(a.end, b.end) - Math.min(a.start, b.start) + 1;
  return sharedLines(a, b) >= SAME_REGION * span;
}

function sharedLines(a: LineRange, b: LineRange): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) + 1;
}
