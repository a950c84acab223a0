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
  /** Parents of commit i are `parents[parentStart[i] … parentStart[i+1])`; −1 for one that is not there. */
  readonly parents: Int32Array;
  readonly parentStart: Uint32Array;
}
