import type { Corpus } from "../corpus.ts";
import { tokensOf, twinsOf } from "../corpus.ts";
import { isDataTable } from "../data-table.ts";
import type { CloneThresholds } from "../judge.ts";
import { LineMap, type LineRange } from "../line-map.ts";
import { growSeeds, type Stretch } from "./grow-seeds.ts";
import { seedsOfFile } from "./seeds-of-file.ts";

/** A stretch of the file in question and one of another file that is alike to it. */
export interface FoundCopy {
  readonly own: LineRange;
  /** Number of the other file in the corpus. */
  readonly file: number;
  readonly there: LineRange;
  readonly tokens: number;
  readonly type: 1 | 2 | 3;
  readonly similarity: number;
  /** The other file has the same tokens from beginning to end. */
  readonly isWholeFile: boolean;
}

/**
 * Everything in the other files of a corpus that is alike to a stretch of `file`, in the sense of the whole comparison:
 * the same fingerprints, extents, types and similarities. In order of lines.
 */
export function matchFile(corpus: Corpus, file: number, thresholds: CloneThresholds): FoundCopy[] {
  const original = corpus.originalOf[file]!;
  const lines = new LineMap(corpus);
  const found: FoundCopy[] = [];
  const twins = twinsOf(corpus);
  for (const { own, other, similarity, type } of pairsOf(corpus, original, thresholds)) {
    for (const there of [other.file, ...(twins.get(other.file) ?? [])]) {
      found.push({
        own: lines.range(file, own.from, own.to),
        file: there,
        there: lines.range(there, other.from, other.to),
        tokens: own.to - own.from,
        type,
        similarity,
        isWholeFile: false,
      });
    }
  }
  const same = [original, ...(twins.get(original) ?? [])].filter((other) => other !== file);
  const whole = same.flatMap((other) => wholeFile(corpus, lines, file, other, thresholds));
  return [...whole, ...found].sort(
    (a, b) =>
      a.own.start - b.own.start ||
      b.own.end - a.own.end ||
      a.file - b.file ||
      a.there.start - b.there.start,
  );
}

function wholeFile(
  corpus: Corpus,
  lines: LineMap,
  file: number,
  other: number,
  { minTokens, minLines }: CloneThresholds,
): FoundCopy[] {
  const tokens = tokensOf(corpus, file);
  if (tokens.length < minTokens || isDataTable(tokens, 0, tokens.length)) return [];
  const own = lines.range(file, 0, tokens.length);
  if (own.codeLines < minLines) return [];
  const there = lines.range(other, 0, tokens.length);
  const size = tokens.length;
  return [{ own, file: other, there, tokens: size, type: 1, similarity: 1, isWholeFile: true }];
}

interface Pair {
  readonly own: Stretch;
  readonly other: Stretch;
  readonly similarity: number;
  readonly type: 1 | 2 | 3;
}

function pairsOf(corpus: Corpus, file: number, thresholds: CloneThresholds): Pair[] {
  const seeds = seedsOfFile(corpus, file);
  return growSeeds(corpus, seeds, thresholds).map(({ a, b, similarity, type }) => {
    const [own, other] = a.file === file ? [a, b] : [b, a];
    return { own, other, similarity, type };
  });
}
