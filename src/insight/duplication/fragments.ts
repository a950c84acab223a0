import { radixSort } from "./radix-sort.ts";
import type { Matches } from "./verify.ts";
import {
  FILE_A,
  FILE_B,
  FROM_A,
  FROM_B,
  MATCH_FIELDS,
  SIMILARITY,
  TO_A,
  TO_B,
  TYPE,
} from "./verify.ts";

/** Two stretches of one file are the same copy when they share this much of what they span together. */
const SAME_FRAGMENT = 0.85;
/** How many fragments back a stretch is compared with. */
const LOOK_BACK = 32;

/** The stretches of code that take part in clones, and which of them were found alike. */
export interface FragmentGraph {
  /** Sorted by file, then start. Tokens from (inclusive) and to (exclusive). */
  readonly files: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Neighbours of fragment n: entries `starts[n]` to `starts[n + 1]` of the three arrays. */
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly similarities: Uint16Array;
  readonly types: Uint8Array;
}

/** Joins the ends of all matches into fragments. Matches may come in any order. */
export function linkFragments(parts: readonly Matches[]): FragmentGraph {
  const fields = concatenate(parts);
  const ends = fields.length / (MATCH_FIELDS / 2);
  // Ends of matches are numbered: two for each, first side first.
  const file = new Uint32Array(ends);
  const start = new Uint32Array(ends);
  const stop = new Uint32Array(ends);
  for (let end = 0, at = 0; end < ends; end += 2, at += MATCH_FIELDS) {
    file[end] = fields[at + FILE_A]!;
    start[end] = fields[at + FROM_A]!;
    stop[end] = fields[at + TO_A]!;
    file[end + 1] = fields[at + FILE_B]!;
    start[end + 1] = fields[at + FROM_B]!;
    stop[end + 1] = fields[at + TO_B]!;
  }
  const order = sortEnds(file, start, stop);
  const fragmentOf = new Uint32Array(ends);
  const files = new Uint32Array(ends);
  const from = new Uint32Array(ends);
  const to = new Uint32Array(ends);
  let count = 0;
  for (let k = 0; k < ends; k++) {
    const end = order[k]!;
    const [first, last] = [start[end]!, stop[end]!];
    let fragment = count - 1;
    const limit = Math.max(-1, fragment - LOOK_BACK);
    while (fragment > limit && !isSame(fragment, file[end]!, first, last)) fragment--;
    if (fragment === limit) {
      fragment = count++;
      files[fragment] = file[end]!;
      from[fragment] = first;
      to[fragment] = last;
    }
    fragmentOf[end] = fragment;
  }
  return {
    files: files.slice(0, count),
    from: from.slice(0, count),
    to: to.slice(0, count),
    ...buildEdges(fields, fragmentOf, count),
  };

  function isSame(fragment: number, inFile: number, first: number, last: number): boolean {
    if (files[fragment] !== inFile) return false;
    const shared = Math.min(to[fragment]!, last) - Math.max(from[fragment]!, first);
    const span = Math.max(to[fragment]!, last) - Math.min(from[fragment]!, first);
    return shared >= SAME_FRAGMENT * span;
  }
}

/** By file, then start, then the longest first. */
function sortEnds(file: Uint32Array, start: Uint32Array, stop: Uint32Array): Uint32Array {
  const order = new Uint32Array(file.length);
  for (let end = 0; end < order.length; end++) order[end] = end;
  const longest = stop.map((last) => ~last);
  return radixSort(radixSort(radixSort(order, longest), start), file);
}

function buildEdges(
  fields: Uint32Array,
  fragmentOf: Uint32Array,
  fragments: number,
): Pick<FragmentGraph, "starts" | "neighbours" | "similarities" | "types"> {
  const starts = new Uint32Array(fragments + 1);
  for (const fragment of fragmentOf) starts[fragment + 1]!++;
  for (let n = 0; n < fragments; n++) starts[n + 1]! += starts[n]!;
  const next = starts.slice();
  const neighbours = new Uint32Array(fragmentOf.length);
  const similarities = new Uint16Array(fragmentOf.length);
  const types = new Uint8Array(fragmentOf.length);
  for (let end = 0; end < fragmentOf.length; end++) {
    const at = next[fragmentOf[end]!]!++;
    const match = (end >> 1) * MATCH_FIELDS;
    neighbours[at] = fragmentOf[end ^ 1]!;
    similarities[at] = fields[match + SIMILARITY]!;
    types[at] = fields[match + TYPE]!;
  }
  return { starts, neighbours, similarities, types };
}

function concatenate(parts: readonly Matches[]): Uint32Array {
  const fields = new Uint32Array(parts.reduce((sum, part) => sum + part.fields.length, 0));
  let at = 0;
  for (const part of parts) {
    fields.set(part.fields, at);
    at += part.fields.length;
  }
  return fields;
}
