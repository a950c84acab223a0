import type { Corpus } from "#insight/duplication/corpus.ts";
import { joinPart, sortPart, type JoinPart, type Seeds } from "#insight/duplication/join.ts";
import { mergeSeeds } from "#insight/duplication/merge-seeds.ts";
import type { CloneThresholds } from "#insight/duplication/judge.ts";
import { verifySeeds, type Matches } from "#insight/duplication/verify.ts";
import type { TokenShelves } from "#ports/clone-store.ts";
import { readCloneFiles, type ReadFilesTask, type ReadFilesResult } from "./read-clone-files.ts";

/** One piece of a duplication run: plain data and views of shared memory. */
export type CloneTask =
  | ReadFilesTask
  | {
      readonly kind: "sort";
      readonly corpus: Corpus;
      readonly part: number;
      readonly parts: number;
      readonly wide: Uint8Array;
    }
  | {
      readonly kind: "join";
      readonly corpus: Corpus;
      readonly part: JoinPart;
      readonly wide: Uint8Array;
    }
  | {
      readonly kind: "verify";
      readonly corpus: Corpus;
      /** Of all parts. */
      readonly seeds: readonly Seeds[];
      /** The files whose seeds are verified: from inclusive, to exclusive. */
      readonly from: number;
      readonly to: number;
      readonly thresholds: CloneThresholds;
    };

export type CloneResult =
  | ReadFilesResult
  | { readonly kind: "sort"; readonly part: JoinPart }
  | { readonly kind: "join"; readonly seeds: Seeds }
  | { readonly kind: "verify"; readonly matches: Matches };

/** `tokens`: where those of repositories are kept. */
export async function runCloneTask(
  task: CloneTask,
  tokens: TokenShelves,
  signal?: AbortSignal,
): Promise<CloneResult> {
  switch (task.kind) {
    case "files":
      return readCloneFiles(task, tokens, signal);
    case "sort":
      return { kind: "sort", part: sortPart(task.corpus, task.part, task.parts, task.wide) };
    case "join":
      return { kind: "join", seeds: joinPart(task.corpus, task.part, task.wide) };
    case "verify": {
      const { corpus, from, to, thresholds } = task;
      const seeds = mergeSeeds(corpus, task.seeds, from, to);
      return { kind: "verify", matches: verifySeeds(corpus, seeds, thresholds) };
    }
  }
}
