import type { Moment } from "./moment.ts";

/** What the mainline changed in the code below a folder with a manifest, in one calendar quarter (UTC). */
export interface ChangeQuarter {
  readonly folder: string;
  /** year × 4 + 0 … 3 */
  readonly quarter: number;
  /**
   * Commits of the mainline with human work, a merge is one: numbers that tell the commits of a repository apart, for one that
   * changed several folders stands in each of them.
   */
  readonly humanChanges: readonly number[];
  /** Versions of files by such commits (`isReleaseFile` left out), and those of them that came within 21 days of the file's version before. */
  readonly fileChangesCount: number;
  readonly returnsCount: number;
  /** Of these file changes those whose lines were compared, the lines they added, and those of them gone 21 days later. */
  readonly sampledCount: number;
  readonly linesAdded: number;
  readonly linesGone: number;
  /** Median lines of the ten files changed most often, as they stood at the end of it; null where none was read. */
  readonly hotFileLines: number | null;
  readonly hotFilesCount: number;
}

/** What kinds of change the mainline of a repository brought in one calendar quarter (UTC): a commit counts once in each. */
export interface ChangeKinds {
  readonly quarter: number;
  /** Commits of the mainline by people, whatever they changed, documents too: a merge is one. */
  readonly humanCommitsCount: number;
  /** Commits that changed code, manifests or pipelines: documents are none of them. */
  readonly changesCount: number;
  readonly humanChangesCount: number;
  /** Of `changesCount` those that took a version of a dependency and touched manifests and lock files only, and those of them by people. */
  readonly updatesCount: number;
  readonly humanUpdatesCount: number;
  /** Of `humanChangesCount` those that changed a pipeline, an image or a chart. */
  readonly humanPipelinesCount: number;
  /**
   * Of `humanChangesCount` those that take back work on a pipeline, an image or a chart, or whose subject tells of runs that
   * fail now and then: flaky, or retries and timeouts where nothing but pipelines and tests is changed.
   */
  readonly humanRepairsCount: number;
  /** The newest few of them. */
  readonly repairs: readonly Moment[];
}

/** More of one quarter are counted, not kept. */
export const mostRepairsKept = 3;

/** What a commit of the mainline changed: the least of these that holds. */
export const changeReach = {
  /** Nothing but manifests and lock files; documents count nowhere. */
  manifests: 0,
  /** Pipelines, images, charts and infrastructure code as well: files that call what they name a version of. */
  callers: 1,
  /** Code, tests, settings. */
  more: 2,
} as const;

/** Commits of the mainline in the newest quarters, oldest first: columns of equal length. Those that changed documents only are none. */
export interface ChangeColumns {
  /** Seconds since the epoch, UTC. */
  readonly at: Float64Array;
  /** 1: programs wrote all that it brought in, 2: programs and people; whoever merged it is not asked. */
  readonly isBot: Uint8Array;
  /** One of `changeReach`. */
  readonly reach: Uint8Array;
}

/**
 * What people wrote in the newest quarters, merges left out, by time and commit: columns of equal length. Only what is told in three
 * words or more; of its first line a mark is kept, to know the same change again in another repository, and none of its words.
 */
export interface WrittenColumns {
  readonly commits: readonly string[];
  /** Seconds since the epoch, UTC. */
  readonly at: Float64Array;
  readonly marks: readonly string[];
}

/** Stands in the key of cached evidence: raised when more, or something else, is told of changes. */
export const changeHistoryVersion = 6;

/** One version of one file, as far as a later reading needs it to go on. */
export interface ChangeRecord {
  readonly path: string;
  readonly commit: string;
  readonly at: number;
  readonly object: string | null;
  readonly previous: string | null;
  readonly isHuman: boolean;
}

export interface ChangeHistory {
  /** The newest quarters, by folder and quarter. */
  readonly quarters: readonly ChangeQuarter[];
  /** Of the whole repository, the newest quarters, oldest first; those without a change are left out. */
  readonly kinds: readonly ChangeKinds[];
  /** Changes since 21 days before the first quarter that may still change, oldest first. */
  readonly tail: readonly ChangeRecord[];
  /** Absent: nothing was read. */
  readonly columns?: ChangeColumns;
  /** Absent: nothing was read. */
  readonly written?: WrittenColumns;
  /** Where clocks went back on the mainline; absent where they never did. */
  readonly disorder?: ClockDisorder;
}

/** Committer times of the mainline that lie behind those of earlier commits, in seconds since the epoch. */
export interface ClockDisorder {
  /** Of all commits. */
  readonly latest: number;
  /** Stretches of time that the clock went through again: a commit at `after` came behind one at `upTo`. */
  readonly spans: readonly (readonly [after: number, upTo: number])[];
}

/** Lines rewritten within this time of being written are churn. */
export const churnSeconds = 21 * 86_400;

/** year × 4 + quarter of the year (0 … 3) of a time in seconds since the epoch, UTC. */
export function quarterOf(at: number): number {
  const date = new Date(at * 1000);
  return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
}

/** The first second of a quarter. */
export function startOfQuarter(quarter: number): number {
  return Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3, 1) / 1000;
}
