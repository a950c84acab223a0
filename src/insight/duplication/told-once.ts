import type { FragmentClasses } from "./classes.ts";
import type { FragmentGraph } from "./fragments.ts";
import { radixSort } from "./radix-sort.ts";

/** A copy is told when another class covers this much of it; when that class is looser, so much. */
const COVERED = 0.75;
const COVERED_BY_LOOSER = 0.95;
/** Classes looked at in one file; further ones are kept unseen rather than compared without end. */
const MAX_LOOKS = 2000;

/**
 * Classes that are worth showing, those that save most first: one whose copies all lie within the copies of another that
 * saves more says nothing new. Of classes within one repository (`repositoryOf`, by file) those go too whose copies
 * are told by several others together: methods of one file are alike in many ways.
 */
export function tellOnce(
  graph: FragmentGraph,
  classes: FragmentClasses,
  copiesOf: (fragment: number) => number,
  {
    filesCount,
    repositoryOf,
  }: { readonly filesCount: number; readonly repositoryOf: Uint32Array | null },
): Uint32Array {
  const order = bySaving(graph, classes, copiesOf);
  const told = new ToldRegions(graph, classes, filesCount);
  let kept = 0;
  for (const index of order) {
    if (told.holds(index, repositoryOf)) continue;
    told.add(index);
    order[kept++] = index;
  }
  return order.slice(0, kept);
}

function bySaving(
  { from, to }: FragmentGraph,
  { starts, members, types, similarities }: FragmentClasses,
  copiesOf: (fragment: number) => number,
): Uint32Array {
  const order = new Uint32Array(types.length);
  const loss = new Uint32Array(types.length);
  for (let index = 0; index < types.length; index++) {
    let copies = -1;
    let least = 0xffffffff;
    for (let at = starts[index]!; at < starts[index + 1]!; at++) {
      const fragment = members[at]!;
      copies += copiesOf(fragment);
      least = Math.min(least, to[fragment]! - from[fragment]!);
    }
    order[index] = index;
    // What differs has to be kept somehow: an exact copy is not told by a looser class that is hardly larger.
    const saving = (copies * least * similarities[index]!) / 1000;
    loss[index] = ~Math.min(saving, 0xffffffff);
  }
  return radixSort(order, loss);
}

/** Where the classes kept so far have their copies. */
class ToldRegions {
  private readonly graph: FragmentGraph;
  private readonly classes: FragmentClasses;
  /** Members of kept classes in each file, chained: place in `members` + 1. */
  private readonly heads: Uint32Array;
  private readonly next: Uint32Array;
  private readonly classAt: Uint32Array;
  /** How many copies of the class in question each kept class covers, as of `epochs`. */
  private readonly covered: Uint32Array;
  private readonly epochs: Uint32Array;
  private epoch = 0;

  constructor(graph: FragmentGraph, classes: FragmentClasses, filesCount: number) {
    this.graph = graph;
    this.classes = classes;
    this.heads = new Uint32Array(filesCount);
    this.next = new Uint32Array(classes.members.length);
    this.classAt = new Uint32Array(classes.members.length);
    this.covered = new Uint32Array(classes.types.length);
    this.epochs = new Uint32Array(classes.types.length);
  }

  add(index: number): void {
    const { starts, members } = this.classes;
    for (let at = starts[index]!; at < starts[index + 1]!; at++) {
      const file = this.graph.files[members[at]!]!;
      this.classAt[at] = index;
      this.next[at] = this.heads[file]!;
      this.heads[file] = at + 1;
    }
  }

  holds(index: number, repositoryOf: Uint32Array | null): boolean {
    const { starts, members } = this.classes;
    const { files } = this.graph;
    const first = starts[index]!;
    const last = starts[index + 1]!;
    const isLocal =
      repositoryOf !== null && isOfOneRepository(members, first, last, files, repositoryOf);
    this.epoch++;
    for (let at = first; at < last; at++) {
      const most = this.look(members[at]!, at - first, this.classes.similarities[index]!);
      if (most < 0 || (!isLocal && most <= at - first)) return false;
    }
    return true;
  }

  /** Counts one more copy for each class that covers this one and all `before`; the highest count, −1 if none covers it. */
  private look(fragment: number, before: number, similarity: number): number {
    const { members, similarities } = this.classes;
    const { files, from, to } = this.graph;
    const start = from[fragment]!;
    const end = to[fragment]!;
    let most = -1;
    let looks = 0;
    for (let k = this.heads[files[fragment]!]!; k !== 0; k = this.next[k - 1]!) {
      if (++looks > MAX_LOOKS) break;
      const other = members[k - 1]!;
      const index = this.classAt[k - 1]!;
      const needed = similarities[index]! < similarity ? COVERED_BY_LOOSER : COVERED;
      const shared = Math.min(end, to[other]!) - Math.max(start, from[other]!);
      if (shared < needed * (end - start)) continue;
      if (this.epochs[index] !== this.epoch) {
        this.epochs[index] = this.epoch;
        this.covered[index] = 0;
      }
      if (this.covered[index] === before) this.covered[index] = before + 1;
      most = Math.max(most, this.covered[index]!);
    }
    return most;
  }
}

function isOfOneRepository(
  members: Uint32Array,
  first: number,
  last: number,
  files: Uint32Array,
  repositoryOf: Uint32Array,
): boolean {
  const repository = repositoryOf[files[members[first]!]!];
  for (let at = first + 1; at < last; at++) {
    if (repositoryOf[files[members[at]!]!] !== repository) return false;
  }
  return true;
}
