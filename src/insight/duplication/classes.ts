import { Chain } from "./chain.ts";
import { CodeOfFiles } from "./code-lines.ts";
import type { Corpus } from "./corpus.ts";
import type { FragmentGraph } from "./fragments.ts";
import { radixSort } from "./radix-sort.ts";
import type { CloneThresholds } from "./judge.ts";
import { Judge } from "./judge.ts";

/** Fragments that are all alike to the first, the representative. Class n has members `starts[n]` to `starts[n + 1]`. */
export interface FragmentClasses {
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  readonly types: Uint8Array;
  /** Lowest similarity of a copy to the representative, per mille. */
  readonly similarities: Uint16Array;
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
): FragmentClasses {
  const former = new ClassFormer(corpus, graph, thresholds);
  const order = byWeight(graph);
  for (const fragment of order) former.gather(fragment);
  for (const fragment of order) former.gatherUncovered(fragment);
  return former.take();
}

/** Fragments with the most and longest links first. */
function byWeight({ files, from, to, starts }: FragmentGraph): Uint32Array {
  const order = new Uint32Array(files.length);
  const lightness = new Uint32Array(files.length);
  for (let n = 0; n < files.length; n++) {
    const weight = (starts[n + 1]! - starts[n]!) * (to[n]! - from[n]!);
    order[n] = n;
    lightness[n] = ~Math.min(weight, 0xffffffff);
  }
  return radixSort(order, lightness);
}

/** A list of numbers in one growing typed array. */
class NumberList {
  values = new Uint32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  take(): Uint32Array {
    return this.values.slice(0, this.length);
  }
}

class ClassFormer {
  private readonly graph: FragmentGraph;
  private readonly comparison: Comparison;
  private readonly starts = new NumberList();
  private readonly members = new NumberList();
  private readonly types = new NumberList();
  private readonly similarities = new NumberList();
  /** The classes of each fragment: chains through `memberClass` and `memberNext`, 0 at their ends. */
  private readonly memberHead: Uint32Array;
  private readonly memberClass = new NumberList();
  private readonly memberNext = new NumberList();
  /** The class being formed: its fragments in order, and what is known of each. */
  private readonly found = new NumberList();
  private readonly similarity: Uint16Array;
  private readonly type: Uint8Array;
  private readonly seen: Uint32Array;
  /** Kept fragments of each file, chained, to find overlaps. */
  private readonly keptEpoch: Uint32Array;
  private readonly keptHead: Uint32Array;
  private readonly keptNext: Uint32Array;
  private epoch = 0;

  constructor(corpus: Corpus, graph: FragmentGraph, thresholds: CloneThresholds) {
    const count = graph.files.length;
    this.graph = graph;
    this.comparison = new Comparison(corpus, graph, thresholds);
    this.memberHead = new Uint32Array(count);
    this.memberClass.push(0);
    this.memberNext.push(0);
    this.similarity = new Uint16Array(count);
    this.type = new Uint8Array(count);
    this.seen = new Uint32Array(count);
    this.keptEpoch = new Uint32Array(corpus.filesCount);
    this.keptHead = new Uint32Array(corpus.filesCount);
    this.keptNext = new Uint32Array(count);
    this.starts.push(0);
  }

  take(): FragmentClasses {
    return {
      starts: this.starts.take(),
      members: this.members.take(),
      types: Uint8Array.from(this.types.take()),
      similarities: Uint16Array.from(this.similarities.take()),
    };
  }

  /** The representative, its free neighbours, and their free neighbours as far as they are alike to it. */
  gather(representative: number): void {
    if (this.memberHead[representative] !== 0) return;
    const { graph, found, memberHead, seen } = this;
    this.begin(representative);
    this.addNeighbours(representative, false);
    const near = found.length;
    let compared = near;
    for (let k = 0; k < near; k++) {
      const neighbour = found.values[k]!;
      for (let at = graph.starts[neighbour]!; at < graph.starts[neighbour + 1]!; at++) {
        const fragment = graph.neighbours[at]!;
        if (memberHead[fragment] !== 0 || seen[fragment] === this.epoch) continue;
        if (compared++ > MAX_COMPARISONS) return this.close();
        seen[fragment] = this.epoch;
        if (!this.comparison.compare(representative, fragment)) continue;
        this.add(fragment, this.comparison.similarity, this.comparison.type);
      }
    }
    this.close();
  }

  /** A fragment with the neighbours that it shares no class with. */
  gatherUncovered(fragment: number): void {
    this.begin(fragment);
    this.addNeighbours(fragment, true);
    this.close();
  }

  private begin(representative: number): void {
    this.epoch++;
    this.found.length = 0;
    this.seen[representative] = this.epoch;
    this.add(representative, 1000, 1);
  }

  private add(fragment: number, similarity: number, type: number): void {
    this.found.push(fragment);
    this.similarity[fragment] = similarity;
    this.type[fragment] = type;
  }

  /** Neighbours in no class yet, or in none together with the representative. */
  private addNeighbours(representative: number, isOfFurther: boolean): void {
    const { graph, seen, memberHead, similarity, type } = this;
    for (let at = graph.starts[representative]!; at < graph.starts[representative + 1]!; at++) {
      const fragment = graph.neighbours[at]!;
      const found = graph.similarities[at]!;
      if (found < MIN_SIMILARITY || fragment === representative) continue;
      if (seen[fragment] !== this.epoch) {
        const isTaken = isOfFurther
          ? this.share(representative, fragment)
          : memberHead[fragment] !== 0;
        if (isTaken) continue;
        seen[fragment] = this.epoch;
        this.add(fragment, found, graph.types[at]!);
      } else if (similarity[fragment]! < found) {
        similarity[fragment] = found;
        type[fragment] = graph.types[at]!;
      }
    }
  }

  private share(one: number, other: number): boolean {
    const index = this.memberClass.values;
    const next = this.memberNext.values;
    for (let a = this.memberHead[one]!; a !== 0; a = next[a]!) {
      for (let b = this.memberHead[other]!; b !== 0; b = next[b]!) {
        if (index[a] === index[b]) return true;
      }
    }
    return false;
  }

  /** Stores what was found, if it is more than one place. */
  private close(): void {
    const { found, members } = this;
    const first = members.length;
    let similarity = 1000;
    let type = 1;
    for (let k = 0; k < found.length; k++) {
      const fragment = found.values[k]!;
      if (this.overlaps(fragment)) continue;
      members.push(fragment);
      similarity = Math.min(similarity, this.similarity[fragment]!);
      type = Math.max(type, this.type[fragment]!);
    }
    if (members.length - first < 2) {
      members.length = first;
      return;
    }
    const index = this.types.length;
    for (let k = first; k < members.length; k++) {
      const fragment = members.values[k]!;
      this.memberClass.push(index);
      this.memberNext.push(this.memberHead[fragment]!);
      this.memberHead[fragment] = this.memberClass.length - 1;
    }
    this.starts.push(members.length);
    this.types.push(type);
    this.similarities.push(similarity);
  }

  /** Of copies that overlap in one file only the first found stays: repeated rows are alike in many ways. */
  private overlaps(fragment: number): boolean {
    const { keptEpoch, keptHead, keptNext, epoch } = this;
    const { files, from, to } = this.graph;
    const file = files[fragment]!;
    if (keptEpoch[file] !== epoch) {
      keptEpoch[file] = epoch;
      keptHead[file] = 0;
    }
    for (let at = keptHead[file]!; at !== 0; at = keptNext[at - 1]!) {
      if (from[fragment]! < to[at - 1]! && from[at - 1]! < to[fragment]!) return true;
    }
    keptNext[fragment] = keptHead[file]!;
    keptHead[file] = fragment + 1;
    return false;
  }
}

/** Compares two fragments that no seed has brought together. */
class Comparison {
  /** Per mille; of the last comparison. */
  similarity = 0;
  type = 1;

  private readonly code: CodeOfFiles;
  private readonly graph: FragmentGraph;
  private readonly thresholds: CloneThresholds;
  private readonly chain = new Chain();
  private readonly judge = new Judge();

  constructor(corpus: Corpus, graph: FragmentGraph, thresholds: CloneThresholds) {
    this.code = new CodeOfFiles(corpus);
    this.graph = graph;
    this.thresholds = thresholds;
  }

  compare(representative: number, fragment: number): boolean {
    const first = Math.min(representative, fragment);
    const second = Math.max(representative, fragment);
    const { files, from, to } = this.graph;
    const isSame = files[first] === files[second];
    if (isSame && to[first]! > from[second]!) return false;
    const a = this.code.of(files[first]!);
    const b = isSame ? a : this.code.of(files[second]!);
    this.chain.grow({ code: a, at: from[first]! }, { code: b, at: from[second]! }, isSame, 1);
    if (!this.judge.accepts(this.chain, a, b, this.thresholds)) return false;
    const { startA, endA, startB, endB, similarity, type } = this.judge;
    this.similarity = Math.floor(similarity * 1000);
    this.type = type;
    return (
      covers(startA, endA, from[first]!, to[first]!) &&
      covers(startB, endB, from[second]!, to[second]!)
    );
  }
}

function covers(start: number, end: number, from: number, to: number): boolean {
  return Math.min(end, to) - Math.max(start, from) >= 0.7 * (to - from);
}
