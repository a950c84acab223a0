import { formClasses } from "./classes.ts";
import type { FragmentClasses } from "./classes.ts";
import type { Corpus } from "./corpus.ts";
import { tokensCountOf, tokensOf, twinsOf } from "./corpus.ts";
import { isDataTable } from "./data-table.ts";
import { linkFragments } from "./fragments.ts";
import type { FragmentGraph } from "./fragments.ts";
import type { CloneThresholds } from "./judge.ts";
import { LineMap } from "./line-map.ts";
import { tellOnce } from "./told-once.ts";
import type { Matches } from "./verify.ts";
import type { CloneKind } from "#vocabulary/duplication.ts";

export interface CloneCopy {
  /** Number of the file in the corpus. */
  readonly file: number;
  /** 1-based, inclusive. */
  readonly start: number;
  readonly end: number;
  /** Lines with code in between. */
  readonly codeLines: number;
  readonly tokens: number;
  /** Of the file's tokens. */
  readonly fileShare: number;
}

export interface CloneClass {
  /** Found here: `code` and `identical-file`; the others are told apart by `withKinds`. */
  readonly kind: CloneKind;
  readonly type: 1 | 2 | 3;
  /** Lowest of any copy to the representative, which comes first. */
  readonly similarity: number;
  readonly medianLines: number;
  readonly tokens: number;
  readonly copies: readonly CloneCopy[];
}

/** Share of a file that a copy must cover for the whole file to count as told. */
const WHOLE_FILE = 0.9;

export interface ClassesAcross {
  /** Those with copies in different groups. */
  readonly classes: CloneClass[];
  /** How many others there are. */
  readonly withinCount: number;
  /** Classes across that were left out, for they have more copies than may be told. */
  readonly untold: UntoldClasses | null;
}

export interface UntoldClasses {
  readonly count: number;
  /** File of the first copy of the first of them. */
  readonly file: number;
}

/** Where files belong, each list by file. */
export interface Placement {
  readonly repositoryOf: Uint32Array | null;
  readonly groupings: readonly Uint32Array[] | null;
  /** Of all classes together. Default: no bound. */
  readonly mostCopies?: number;
}

/** All clone classes of a corpus: see `findClassesAcross`. */
export function findClasses(
  corpus: Corpus,
  parts: readonly Matches[],
  thresholds: CloneThresholds,
  repositoryOf: Uint32Array | null = null,
): CloneClass[] {
  return findClassesAcross(corpus, parts, thresholds, { repositoryOf, groupings: null }).classes;
}

/**
 * Clone classes of a corpus, largest saving first, from the matches of all parts. With `repositoryOf` (by file) classes
 * within one repository are told only where no other class tells their lines. With `groupings` (each by file) classes
 * that lie within one group in each of them are only counted: to describe them all costs as much as to find them.
 */
export function findClassesAcross(
  corpus: Corpus,
  parts: readonly Matches[],
  thresholds: CloneThresholds,
  { repositoryOf, groupings, mostCopies = Number.POSITIVE_INFINITY }: Placement,
): ClassesAcross {
  const graph = linkFragments(parts);
  const twins = twinsOf(corpus);
  const found = formClasses(corpus, graph, thresholds);
  const copiesOf = (fragment: number): number =>
    1 + (twins.get(graph.files[fragment]!)?.length ?? 0);
  const kept = tellOnce(graph, found, copiesOf, { filesCount: corpus.filesCount, repositoryOf });
  const description = new Description(corpus, graph, found, twins);
  const classes: CloneClass[] = [];
  let withinCount = 0;
  const room = new Room(mostCopies);
  for (const index of kept) {
    const wholeFiles = description.noteWhole(index);
    if (groupings !== null && !description.isAcross(index, groupings)) withinCount++;
    else if (room.takes(description.copiesCount(index), description.firstFile(index)))
      classes.push(description.describe(index, wholeFiles));
  }
  for (const [original, files] of twins) {
    if (description.toldWhole.has(original)) continue;
    const tokens = tokensOf(corpus, original);
    if (isDataTable(tokens, 0, tokens.length)) continue;
    if (!description.isTold(original, thresholds)) continue;
    const isAcross = files.some((file) => groupings?.some((of) => of[file] !== of[original]));
    if (groupings !== null && !isAcross) withinCount++;
    else if (room.takes(files.length + 1, original))
      classes.push(description.identicalFiles([original, ...files]));
  }
  return { classes: sortBySaving(classes), withinCount, untold: room.untold };
}

/** For copies that are told: what is made to be copied a million times must not fill memory. */
class Room {
  untold: UntoldClasses | null = null;
  private left: number;

  constructor(mostCopies: number) {
    this.left = mostCopies;
  }

  /** Whether a class finds room. */
  takes(copies: number, file: number): boolean {
    if (copies <= this.left) {
      this.left -= copies;
      return true;
    }
    this.untold = { count: (this.untold?.count ?? 0) + 1, file: this.untold?.file ?? file };
    return false;
  }
}

function sortBySaving(classes: CloneClass[]): CloneClass[] {
  return classes.sort(
    (a, b) =>
      b.medianLines * (b.copies.length - 1) - a.medianLines * (a.copies.length - 1) ||
      a.copies[0]!.file - b.copies[0]!.file ||
      a.copies[0]!.start - b.copies[0]!.start ||
      a.copies[0]!.end - b.copies[0]!.end ||
      a.copies[1]!.file - b.copies[1]!.file ||
      a.copies[1]!.start - b.copies[1]!.start,
  );
}

/** Turns classes of fragments into classes of copies with their lines. */
class Description {
  /** Files that a class tells as a whole. */
  readonly toldWhole = new Set<number>();

  private readonly corpus: Corpus;
  private readonly graph: FragmentGraph;
  private readonly classes: FragmentClasses;
  private readonly twins: ReadonlyMap<number, readonly number[]>;
  private readonly lines: LineMap;

  constructor(
    corpus: Corpus,
    graph: FragmentGraph,
    classes: FragmentClasses,
    twins: ReadonlyMap<number, readonly number[]>,
  ) {
    this.corpus = corpus;
    this.graph = graph;
    this.classes = classes;
    this.twins = twins;
    this.lines = new LineMap(corpus);
  }

  /** Notes the files that the class tells as a whole; returns how many there are. */
  noteWhole(index: number): number {
    const { files, from, to } = this.graph;
    const { starts, members } = this.classes;
    let wholeFiles = 0;
    for (let at = starts[index]!; at < starts[index + 1]!; at++) {
      const fragment = members[at]!;
      const file = files[fragment]!;
      const size = to[fragment]! - from[fragment]!;
      if (size < WHOLE_FILE * tokensCountOf(this.corpus, file)) continue;
      this.toldWhole.add(file);
      wholeFiles++;
    }
    return wholeFiles;
  }

  /** Whether copies stand in different groups, in any of the groupings. */
  isAcross(index: number, groupings: readonly Uint32Array[]): boolean {
    const { starts, members } = this.classes;
    const { files } = this.graph;
    const first = files[members[starts[index]!]!]!;
    const isElsewhere = (file: number): boolean =>
      groupings.some((groupOf) => groupOf[file] !== groupOf[first]);
    for (let at = starts[index]!; at < starts[index + 1]!; at++) {
      const file = files[members[at]!]!;
      if (isElsewhere(file) || this.twins.get(file)?.some(isElsewhere) === true) return true;
    }
    return false;
  }

  describe(index: number, wholeFiles: number): CloneClass {
    const { graph, classes, twins } = this;
    const copies: CloneCopy[] = [];
    const first = classes.starts[index]!;
    const last = classes.starts[index + 1]!;
    for (let at = first; at < last; at++) {
      const fragment = classes.members[at]!;
      const file = graph.files[fragment]!;
      const from = graph.from[fragment]!;
      const to = graph.to[fragment]!;
      copies.push(this.copy(file, from, to));
      for (const twin of twins.get(file) ?? []) copies.push(this.copy(twin, from, to));
    }
    const type = classes.types[index] === 1 ? 1 : classes.types[index] === 2 ? 2 : 3;
    const isIdentical = type === 1 && wholeFiles === last - first;
    const similarity = classes.similarities[index]! / 1000;
    return summarise(isIdentical ? "identical-file" : "code", type, similarity, copies);
  }

  /** Whether files with the same tokens are long enough to be told. */
  isTold(file: number, { minTokens, minLines }: CloneThresholds): boolean {
    const size = tokensCountOf(this.corpus, file);
    return size >= minTokens && this.copy(file, 0, size).codeLines >= minLines;
  }

  identicalFiles(files: readonly number[]): CloneClass {
    const size = tokensCountOf(this.corpus, files[0]!);
    const copies = files.map((file) => this.copy(file, 0, size));
    return summarise("identical-file", 1, 1, copies);
  }

  /** Of a class, with those in files that have the same tokens. */
  copiesCount(index: number): number {
    let count = 0;
    for (let at = this.classes.starts[index]!; at < this.classes.starts[index + 1]!; at++) {
      const file = this.graph.files[this.classes.members[at]!]!;
      count += 1 + (this.twins.get(file)?.length ?? 0);
    }
    return count;
  }

  firstFile(index: number): number {
    return this.graph.files[this.classes.members[this.classes.starts[index]!]!]!;
  }

  private copy(file: number, from: number, to: number): CloneCopy {
    const { start, end, codeLines } = this.lines.range(file, from, to);
    const fileShare = (to - from) / tokensCountOf(this.corpus, file);
    return { file, start, end, codeLines, tokens: to - from, fileShare };
  }
}

/** A class of these copies, with what follows from them. */
export function summarise(
  kind: CloneClass["kind"],
  type: CloneClass["type"],
  similarity: number,
  copies: readonly CloneCopy[],
): CloneClass {
  const sorted = copies.map((copy) => copy.codeLines).sort((a, b) => a - b);
  return {
    kind,
    type,
    similarity,
    // Of two middle ones the mean, rounded down: lines are told as whole ones.
    medianLines: (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) >> 1,
    tokens: copies[0]!.tokens,
    copies,
  };
}
