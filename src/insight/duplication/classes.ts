import { Chain } from "./chain.ts";
import type { Corpus } from "./corpus.ts";
import { tokensOf } from "./corpus.ts";
import type { FragmentGraph } from "./fragments.ts";
import type { CloneThresholds } from "./judge.ts";
import { Judge } from "./judge.ts";

/** Fragments that are all alike to the first, the representative. */
export interface FragmentClass {
  readonly fragments: readonly number[];
  readonly type: 1 | 2 | 3;
  /** Lowest similarity of a copy to the representative, 0 to 1. */
  readonly similarity: number;
}

const MIN_SIMILARITY = 700;
/** Fragments that only share a neighbour with the representative and are compared with it directly. */
const MAX_COMPARISONS = 2000;

/**
 * Classes without chaining: every copy is alike to the class's representative, the fragment with the most and longest
 * links among those not yet in a class. Links that no class holds then form further ones, so that none is lost.
 */
export function formClasses(
  corpus: Corpus,
  graph: FragmentGraph,
  thresholds: CloneThresholds,
): FragmentClass[] {
  const count = graph.files.length;
  const weights = new Float64Array(count);
  for (let n = 0; n < count; n++) {
    weights[n] = (graph.starts[n + 1]! - graph.starts[n]!) * (graph.to[n]! - graph.from[n]!);
  }
  const order = Uint32Array.from({ length: count }, (_, n) => n).sort(
    (a, b) => weights[b]! - weights[a]! || a - b,
  );
  const members = new Memberships(count);
  const comparison = new Comparison(corpus, graph, thresholds);
  const classes: FragmentClass[] = [];
  const close = (found: ReadonlyMap<number, Likeness>): void => {
    const copies = withoutOverlaps(graph, found);
    if (copies.size < 2) return;
    for (const fragment of copies.keys()) members.add(fragment, classes.length);
    classes.push(toClass(copies));
  };
  for (const representative of order) {
    if (members.has(representative)) continue;
    close(gather(graph, representative, members, comparison));
  }
  for (const fragment of order) close(uncovered(graph, fragment, members));
  return classes;
}

interface Likeness {
  readonly similarity: number;
  readonly type: number;
}

function toClass(copies: ReadonlyMap<number, Likeness>): FragmentClass {
  let similarity = 1000;
  let type = 1;
  for (const likeness of copies.values()) {
    similarity = Math.min(similarity, likeness.similarity);
    type = Math.max(type, likeness.type);
  }
  return {
    fragments: [...copies.keys()],
    type: type === 1 ? 1 : type === 2 ? 2 : 3,
    similarity: similarity / 1000,
  };
}

/** The representative, its free neighbours, and their free neighbours as far as they are alike to it. */
function gather(
  graph: FragmentGraph,
  representative: number,
  members: Memberships,
  comparison: Comparison,
): Map<number, Likeness> {
  const copies = new Map<number, Likeness>([[representative, { similarity: 1000, type: 1 }]]);
  forEachNeighbour(graph, representative, (fragment, likeness) => {
    if (members.has(fragment) || likeness.similarity < MIN_SIMILARITY) return;
    const known = copies.get(fragment);
    if (
      known === undefined ||
      (known.similarity < likeness.similarity && fragment !== representative)
    ) {
      copies.set(fragment, likeness);
    }
  });
  const seen = new Set(copies.keys());
  const near = [...copies.keys()];
  for (const neighbour of near) {
    forEachNeighbour(graph, neighbour, (fragment) => {
      if (members.has(fragment) || seen.has(fragment) || seen.size > MAX_COMPARISONS) return;
      seen.add(fragment);
      const likeness = comparison.compare(representative, fragment);
      if (likeness !== null) copies.set(fragment, likeness);
    });
  }
  return copies;
}

/** Of copies that overlap in one file only the first found stays: repeated rows are alike in many ways. */
function withoutOverlaps(
  { files, from, to }: FragmentGraph,
  copies: ReadonlyMap<number, Likeness>,
): ReadonlyMap<number, Likeness> {
  const kept = new Map<number, Likeness>();
  const byFile = new Map<number, number[]>();
  for (const [fragment, likeness] of copies) {
    const others = byFile.get(files[fragment]!) ?? [];
    const overlaps = others.some(
      (other) => from[fragment]! < to[other]! && from[other]! < to[fragment]!,
    );
    if (overlaps) continue;
    others.push(fragment);
    byFile.set(files[fragment]!, others);
    kept.set(fragment, likeness);
  }
  return kept;
}

/** A fragment with the neighbours that it shares no class with. */
function uncovered(
  graph: FragmentGraph,
  fragment: number,
  members: Memberships,
): Map<number, Likeness> {
  const copies = new Map<number, Likeness>([[fragment, { similarity: 1000, type: 1 }]]);
  forEachNeighbour(graph, fragment, (neighbour, likeness) => {
    if (likeness.similarity < MIN_SIMILARITY || members.share(fragment, neighbour)) return;
    const known = copies.get(neighbour);
    if (known === undefined || known.similarity < likeness.similarity)
      copies.set(neighbour, likeness);
  });
  return copies;
}

/** Which classes each fragment is in. */
class Memberships {
  private readonly lists: (number[] | undefined)[];

  constructor(fragments: number) {
    this.lists = Array.from({ length: fragments });
  }

  add(fragment: number, index: number): void {
    (this.lists[fragment] ??= []).push(index);
  }

  has(fragment: number): boolean {
    return this.lists[fragment] !== undefined;
  }

  /** A fragment shares its classes with itself. */
  share(one: number, other: number): boolean {
    if (one === other) return true;
    const classes = this.lists[other];
    return (
      classes !== undefined && (this.lists[one]?.some((index) => classes.includes(index)) ?? false)
    );
  }
}

function forEachNeighbour(
  { starts, neighbours, similarities, types }: FragmentGraph,
  fragment: number,
  visit: (neighbour: number, likeness: Likeness) => void,
): void {
  for (let at = starts[fragment]!; at < starts[fragment + 1]!; at++) {
    visit(neighbours[at]!, { similarity: similarities[at]!, type: types[at]! });
  }
}

/** Compares two fragments that no seed has brought together. */
class Comparison {
  private readonly corpus: Corpus;
  private readonly graph: FragmentGraph;
  private readonly thresholds: CloneThresholds;
  private readonly chain = new Chain();
  private readonly judge = new Judge();

  constructor(corpus: Corpus, graph: FragmentGraph, thresholds: CloneThresholds) {
    this.corpus = corpus;
    this.graph = graph;
    this.thresholds = thresholds;
  }

  compare(representative: number, fragment: number): Likeness | null {
    const first = Math.min(representative, fragment);
    const second = Math.max(representative, fragment);
    const { files, from, to } = this.graph;
    const isSame = files[first] === files[second];
    if (isSame && to[first]! > from[second]!) return null;
    const a = tokensOf(this.corpus, files[first]!);
    const b = tokensOf(this.corpus, files[second]!);
    this.chain.grow(a, from[first]!, b, from[second]!, isSame, 1);
    if (!this.judge.accepts(this.chain, a, b, this.thresholds)) return null;
    const { startA, endA, startB, endB, similarity, type } = this.judge;
    const isCovered =
      overlap(startA, endA, from[first]!, to[first]!) &&
      overlap(startB, endB, from[second]!, to[second]!);
    return isCovered ? { similarity: Math.floor(similarity * 1000), type } : null;
  }
}

function overlap(start: number, end: number, from: number, to: number): boolean {
  return Math.min(end, to) - Math.max(start, from) >= 0.7 * (to - from);
}
