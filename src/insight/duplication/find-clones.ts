import { withoutAlikeInForm } from "./alike-in-form.ts";
import type { CloneClass } from "./clones.ts";
import { findClasses } from "./clones.ts";
import type { Corpus } from "./corpus.ts";
import { assembleCorpus } from "./corpus.ts";
import { joinPart, sortPart } from "./join.ts";
import type { CloneThresholds } from "./judge.ts";
import { defaultThresholds } from "./judge.ts";
import { mergeSeeds } from "./merge-seeds.ts";
import { FileReader } from "./read-files.ts";
import type { TokenShard } from "./token-shard.ts";
import type { Matches } from "./verify.ts";
import { verifySeeds } from "./verify.ts";
import type { LeftOut } from "./left-out.ts";

/** Number of hash ranges the join is split into; results do not depend on it. */
export const JOIN_PARTS = 8;
/** A shard is closed at this many tokens. */
export const SHARD_TOKENS = 1 << 20;

export interface SourceText {
  /** Unique among the files given; its order is the canonical one. */
  readonly key: string;
  /** Relative to the repository. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface CloneReport {
  /** Keys of the files: `CloneCopy.file` is an index into them. */
  readonly keys: readonly string[];
  readonly classes: readonly CloneClass[];
  readonly linesCount: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * The whole comparison on one thread: for small sets, tests, and as the definition of what workers compute together.
 * `isConvincing`: without what is alike in form only, as reports have it.
 */
export function findClones(
  files: readonly SourceText[],
  thresholds: CloneThresholds = defaultThresholds,
  isConvincing = false,
): CloneReport {
  const sorted = [...files].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const reader = new FileReader();
  const shards: TokenShard[] = [];
  sorted.forEach(({ path, bytes }, number) => {
    if (reader.wants(path)) reader.add(number, path, bytes);
    if (reader.pendingTokens >= SHARD_TOKENS) shards.push(reader.takeShard());
  });
  shards.push(reader.takeShard());
  const corpus = assembleCorpus(shards, sorted.length);
  const found = findClasses(corpus, [findMatches(corpus, thresholds)], thresholds);
  return {
    keys: sorted.map((file) => file.key),
    classes: isConvincing ? withoutAlikeInForm(corpus, found, () => true).classes : found,
    linesCount: reader.linesCount,
    leftOut: reader.leftOutCounts(),
  };
}

function findMatches(corpus: Corpus, thresholds: CloneThresholds): Matches {
  const wide = new Uint8Array(corpus.hashes.length);
  const numbers = Array.from({ length: JOIN_PARTS }, (_, part) => part);
  const parts = numbers.map((part) => sortPart(corpus, part, JOIN_PARTS, wide));
  const joined = parts.map((part) => joinPart(corpus, part, wide));
  return verifySeeds(corpus, mergeSeeds(corpus, joined, 0, corpus.filesCount), thresholds);
}
