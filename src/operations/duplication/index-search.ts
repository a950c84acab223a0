import type { LineUsage } from "#insight/duplication/alike-in-form.ts";
import { assembleCorpus } from "#insight/duplication/corpus.ts";
import type { FileTokens } from "#insight/duplication/file-tokens.ts";
import { WHOLE_FILE } from "#insight/duplication/index-numbers.ts";
import { defaultThresholds, type CloneThresholds } from "#insight/duplication/judge.ts";
import { convincingCopies } from "#insight/duplication/similar/convincing-copies.ts";
import { matchFile, type FoundCopy } from "#insight/duplication/similar/match-file.ts";
import { ShardBuilder } from "#insight/duplication/token-shard.ts";
import type { CloneIndexReader, FoundEntries } from "#ports/clone-store.ts";
import { wholeFileHash } from "./index-hash.ts";

/** A stretch of the file in question that stands in an indexed file too; `file` is that file's number in the index. */
export type IndexedCopy = FoundCopy;

export interface SearchScope {
  /** Where the file would stand among the indexed ones: pairs are compared in that order. */
  readonly before: number;
  /** Files that are not looked at: the file itself, what a change replaces. */
  readonly excluded: ReadonlySet<number>;
  readonly thresholds?: CloneThresholds;
  /** Of all files that are compared together, the most telling first. Default: 32 million. */
  readonly mostTokens?: number;
  /** Also what shares only the form that code of its kind has everywhere. */
  readonly withAlikeInForm?: boolean;
}

/** Places of one fingerprint that are looked at, and files that are compared: what a search may cost. */
const MOST_PLACES = 1024;
const MOST_FILES = 2000;
const MOST_TWINS = 1000;
/** Thousands of files as large as any that is compared would fill memory: these take some 300 MB. */
const MOST_TOKENS = 1 << 25;

/** Everything in the index that is alike to a stretch of one file. Throws `DamagedFile`. */
export function searchIndex(
  index: CloneIndexReader,
  file: FileTokens,
  scope: SearchScope,
): IndexedCopy[] {
  const { before, thresholds = defaultThresholds, withAlikeInForm = false } = scope;
  if (file.tokens.length === 0) return [];
  const candidates = findCandidates(index, file, scope);
  const place = candidates.findIndex((candidate) => candidate >= before);
  const own = place < 0 ? candidates.length : place;
  const numbers = candidates.toSpliced(own, 0, -1);
  const builder = new ShardBuilder();
  numbers.forEach((number, at) => {
    builder.add(at, number < 0 ? file : index.recordOf(index.row(number)));
  });
  const corpus = assembleCorpus([builder.finish()], numbers.length);
  const found = matchFile(corpus, own, thresholds);
  const kept = withAlikeInForm ? found : convincingCopies(corpus, own, found, usageIn(index));
  return kept.map((copy) => ({ ...copy, file: numbers[copy.file] ?? -1 }));
}

/** How common lines are among all indexed files; each is looked up once. */
function usageIn(index: CloneIndexReader): LineUsage {
  const known = new Map<number, number>();
  return {
    filesCount: index.filesCount,
    of(hash) {
      const count = known.get(hash) ?? index.filesWithLine(hash);
      known.set(hash, count);
      return count;
    },
  };
}

/** Files that share a fingerprint or all tokens with this one, ascending. */
function findCandidates(
  index: CloneIndexReader,
  file: FileTokens,
  { excluded, mostTokens = MOST_TOKENS }: SearchScope,
): number[] {
  const hashes = sortedOnce([...file.hashes, hashOfWhole(file)]);
  const shared = new Map<number, number>();
  for (const entries of index.find(hashes, MOST_PLACES)) countShared(entries, shared);
  const telling = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_FILES);
  const found = new Set<number>();
  let tokensLeft = mostTokens;
  for (const [number] of telling) {
    for (
      let next: number | null = number, count = 0;
      next !== null && count < MOST_TWINS && tokensLeft > 0;
      count++
    ) {
      const row = index.row(next);
      if (!excluded.has(next)) {
        found.add(next);
        tokensLeft -= row.record.tokens;
      }
      next = row.nextTwin;
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Fingerprints in common, each counted by how telling it is. */
function countShared({ files, positions, total }: FoundEntries, shared: Map<number, number>): void {
  let before = -1;
  files.forEach((file, at) => {
    const isWhole = positions[at] === WHOLE_FILE;
    if (file !== before || isWhole)
      shared.set(file, (shared.get(file) ?? 0) + (isWhole ? Number.POSITIVE_INFINITY : 1 / total));
    before = file;
  });
}

function hashOfWhole(file: FileTokens): number {
  const builder = new ShardBuilder();
  builder.add(0, file);
  return wholeFileHash(assembleCorpus([builder.finish()], 1), 0);
}

function sortedOnce(values: readonly number[]): Uint32Array {
  const sorted = Uint32Array.from(values).sort();
  let kept = 0;
  for (const value of sorted) {
    if (kept === 0 || sorted[kept - 1] !== value) sorted[kept++] = value;
  }
  return sorted.subarray(0, kept);
}
