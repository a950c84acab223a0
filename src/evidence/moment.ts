/** A point on a repository's mainline: the commit and its committer time, seconds since the epoch, UTC. */
export interface Moment {
  readonly commit: string;
  readonly at: number;
}

/** A fact that held over [from, to); `to` is null while it still holds at HEAD. */
export interface Span<Value> {
  readonly value: Value;
  readonly from: Moment;
  readonly to: Moment | null;
}
