import { withoutAlikeInForm } from "#insight/duplication/alike-in-form.ts";
import {
  findClassesAcross,
  type CloneClass,
  type UntoldClasses,
} from "#insight/duplication/clones.ts";
import type { Corpus } from "#insight/duplication/corpus.ts";
import { joinPart, sortPart, type JoinPart, type Seeds } from "#insight/duplication/join.ts";
import { mergeSeeds } from "#insight/duplication/merge-seeds.ts";
import type { CloneThresholds } from "#insight/duplication/judge.ts";
import { verifySeeds, type Matches } from "#insight/duplication/verify.ts";

/** One piece of a comparison: plain data and views of shared memory. */
export type CloneTask =
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
    }
  | ClassesTask;

export interface ClassesTask {
  readonly kind: "classes";
  readonly corpus: Corpus;
  /** Of all files. */
  readonly matches: readonly Matches[];
  readonly thresholds: CloneThresholds;
  /** By file. */
  readonly sourceOf: Uint32Array;
  readonly owners: Uint32Array;
  readonly mostCopies: number;
}

export type CloneResult =
  | { readonly kind: "sort"; readonly part: JoinPart }
  | { readonly kind: "join"; readonly seeds: Seeds }
  | { readonly kind: "verify"; readonly matches: Matches }
  | ClassesResult;

export interface ClassesResult {
  readonly kind: "classes";
  /** Across sources or owners, without what is alike in form only. */
  readonly classes: readonly CloneClass[];
  /** How many there were before that. */
  readonly acrossCount: number;
  readonly withinCount: number;
  readonly untold: UntoldClasses | null;
  readonly alikeInForm: { readonly filesCount: number; readonly linesCount: number };
}

export function runCloneTask(task: CloneTask): CloneResult {
  switch (task.kind) {
    case "sort":
      return { kind: "sort", part: sortPart(task.corpus, task.part, task.parts, task.wide) };
    case "join":
      return { kind: "join", seeds: joinPart(task.corpus, task.part, task.wide) };
    case "verify": {
      const { corpus, from, to, thresholds } = task;
      const seeds = mergeSeeds(corpus, task.seeds, from, to);
      return { kind: "verify", matches: verifySeeds(corpus, seeds, thresholds) };
    }
    case "classes":
      return formClasses(task);
  }
}

function formClasses(task: ClassesTask): ClassesResult {
  const { corpus, matches, thresholds, sourceOf, owners, mostCopies } = task;
  const groupings = [sourceOf, owners];
  const placement = { repositoryOf: sourceOf, groupings, mostCopies };
  const found = findClassesAcross(corpus, matches, thresholds, placement);
  const isWanted = ({ copies }: CloneClass): boolean =>
    new Set(copies.map((copy) => owners[copy.file])).size > 1;
  const convincing = withoutAlikeInForm(corpus, found.classes, isWanted);
  const { classes, filesCount, linesCount } = convincing;
  return {
    kind: "classes",
    classes,
    acrossCount: found.classes.length,
    withinCount: found.withinCount,
    untold: found.untold,
    alikeInForm: { filesCount, linesCount },
  };
}
