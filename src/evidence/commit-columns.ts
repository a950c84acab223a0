/** Commits of one repository, newest first: columns of equal length. What change lead time is computed from. */
export interface CommitColumns {
  /** Ids one after another, all `idWidth` long. */
  readonly ids: string;
  readonly idWidth: number;
  /** Seconds since the epoch, UTC. */
  readonly committedAt: Float64Array;
  readonly authoredAt: Float64Array;
  /** 1: its author is a program. */
  readonly isBot: Uint8Array;
  /** 1: several commits that a forge made one of when it merged them: its dates are those of the merge. */
  readonly isSquashed: Uint8Array;
  /** 1: it says that it is a hotfix. */
  readonly isHotfix: Uint8Array;
  /** Commits that take others back, in pairs: the index of the one, the index of what it takes back. */
  readonly reverts: Uint32Array;
  /** Parents of commit i are `parents[parentStart[i] … parentStart[i+1])`; −1 for one that is not there. */
  readonly parents: Int32Array;
  readonly parentStart: Uint32Array;
}
