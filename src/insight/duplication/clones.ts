import { formClasses } from "./classes.ts";
import type { FragmentClass } from "./classes.ts";
import type { Corpus } from "./corpus.ts";
import { codeLinesOf, tokensOf } from "./corpus.ts";
import { isDataTable } from "./data-table.ts";
import { linkFragments } from "./fragments.ts";
import type { FragmentGraph } from "./fragments.ts";
import type { CloneThresholds } from "./judge.ts";
import { LINE_START } from "./tokenize/token-code.ts";
import type { Matches } from "./verify.ts";

export interface CloneCopy {
  /** Number of the file in the corpus. */
  readonly file: number;
  /** 1-based, inclusive. */
  readonly start: number;
  readonly end: number;
  /** Lines with code in between. */
  readonly codeLines: number;
  readonly tokens: number;
}

export interface CloneClass {
  readonly kind: "code" | "identical-file";
  readonly type: 1 | 2 | 3;
  /** Lowest of any copy to the representative, which comes first. */
  readonly similarity: number;
  readonly medianLines: number;
  readonly tokens: number;
  readonly copies: readonly CloneCopy[];
}

/** Share of a file that a copy must cover for the whole file to count as told. */
const WHOLE_FILE = 0.9;

/** Clone classes of a corpus, largest first, from the matches of all parts. */
export function findClasses(
  corpus: Corpus,
  parts: readonly Matches[],
  thresholds: CloneThresholds,
): CloneClass[] {
  const graph = linkFragments(parts);
  const twins = twinsOf(corpus);
  const lines = new LineMap(corpus);
  const toldWhole = new Set<number>();
  const classes = formClasses(corpus, graph, thresholds).map((found) =>
    describe(graph, found, twins, lines, toldWhole),
  );
  for (const [original, files] of twins) {
    if (toldWhole.has(original)) continue;
    const tokens = tokensOf(corpus, original);
    if (isDataTable(tokens, 0, tokens.length)) continue;
    const found = identicalFiles([original, ...files], lines, thresholds);
    if (found !== null) classes.push(found);
  }
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

/** Files with the same tokens as another, by the first of them. */
function twinsOf({ originalOf }: Corpus): Map<number, number[]> {
  const twins = new Map<number, number[]>();
  originalOf.forEach((original, file) => {
    if (original === file) return;
    const files = twins.get(original);
    if (files === undefined) twins.set(original, [file]);
    else files.push(file);
  });
  return twins;
}

function describe(
  graph: FragmentGraph,
  found: FragmentClass,
  twins: ReadonlyMap<number, readonly number[]>,
  lines: LineMap,
  toldWhole: Set<number>,
): CloneClass {
  const copies: CloneCopy[] = [];
  let wholeFiles = 0;
  for (const fragment of found.fragments) {
    const file = graph.files[fragment]!;
    const from = graph.from[fragment]!;
    const to = graph.to[fragment]!;
    if (to - from >= WHOLE_FILE * lines.tokensCount(file)) {
      toldWhole.add(file);
      wholeFiles++;
    }
    for (const twin of [file, ...(twins.get(file) ?? [])]) copies.push(lines.copy(twin, from, to));
  }
  const isIdentical = found.type === 1 && wholeFiles === found.fragments.length;
  return summarise(isIdentical ? "identical-file" : "code", found.type, found.similarity, copies);
}

function identicalFiles(
  files: readonly number[],
  lines: LineMap,
  { minTokens, minLines }: CloneThresholds,
): CloneClass | null {
  const copies = files.map((file) => lines.copy(file, 0, lines.tokensCount(file)));
  if (copies[0]!.tokens < minTokens || copies[0]!.codeLines < minLines) return null;
  return summarise("identical-file", 1, 1, copies);
}

function summarise(
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
    medianLines: sorted[sorted.length >> 1]!,
    tokens: copies[0]!.tokens,
    copies,
  };
}

/** Lines of tokens; keeps the tables of the files it was last asked for. */
class LineMap {
  private readonly corpus: Corpus;
  private readonly cache = new Map<number, Uint32Array>();

  constructor(corpus: Corpus) {
    this.corpus = corpus;
  }

  tokensCount(file: number): number {
    return tokensOf(this.corpus, file).length;
  }

  copy(file: number, from: number, to: number): CloneCopy {
    const codeLines = codeLinesOf(this.corpus, file);
    const firsts = this.lineFirsts(file);
    const first = indexOfLine(firsts, from);
    const last = indexOfLine(firsts, to - 1);
    return {
      file,
      start: codeLines[first]!,
      end: codeLines[last]!,
      codeLines: last - first + 1,
      tokens: to - from,
    };
  }

  /** First token of each line with code. */
  private lineFirsts(file: number): Uint32Array {
    const known = this.cache.get(file);
    if (known !== undefined) return known;
    const tokens = tokensOf(this.corpus, file);
    const firsts: number[] = [];
    for (let i = 0; i < tokens.length; i++) if ((tokens[i]! & LINE_START) !== 0) firsts.push(i);
    const made = Uint32Array.from(firsts);
    if (this.cache.size > 256) this.cache.clear();
    this.cache.set(file, made);
    return made;
  }
}

/** Index of the last line that begins at or before the token. */
function indexOfLine(firsts: Uint32Array, token: number): number {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle]! <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
