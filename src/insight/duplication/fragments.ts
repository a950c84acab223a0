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
  const fileOf = (end: number): number => fields[fieldAt(end, FILE_A, FILE_B)]!;
  const fromOf = (end: number): number => fields[fieldAt(end, FROM_A, FROM_B)]!;
  const toOf = (end: number): number => fields[fieldAt(end, TO_A, TO_B)]!;
  const order = Uint32Array.from({ length: ends }, (_, end) => end).sort(
    (a, b) => fileOf(a) - fileOf(b) || fromOf(a) - fromOf(b) || toOf(b) - toOf(a) || a - b,
  );
  const fragmentOf = new Uint32Array(ends);
  const files: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const end of order) {
    const [file, start, stop] = [fileOf(end), fromOf(end), toOf(end)];
    let fragment = files.length - 1;
    for (let back = 0; back < 32 && fragment >= 0 && files[fragment] === file; back++, fragment--) {
      const shared = Math.min(to[fragment]!, stop) - Math.max(from[fragment]!, start);
      const span = Math.max(to[fragment]!, stop) - Math.min(from[fragment]!, start);
      if (shared >= SAME_FRAGMENT * span) break;
    }
    if (fragment < 0 || files[fragment] !== file || fragment < files.length - 32) {
      fragment = files.length;
      files.push(file);
      from.push(start);
      to.push(stop);
    }
    fragmentOf[end] = fragment;
  }
  const edges = buildEdges(fields, fragmentOf, files.length);
  return {
    files: Uint32Array.from(files),
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    ...edges,
  };
}

/** Ends of matches are numbered: two for each, first side first. */
function fieldAt(end: number, first: number, second: number): number {
  return (end >> 1) * MATCH_FIELDS + ((end & 1) === 0 ? first : second);
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
