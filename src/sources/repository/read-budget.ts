import type { BlobRequest } from "./blob-requests.ts";

/**
 * What is read of one repository, over its whole history. Where there is more, its history is read from a later commit on, as in
 * a shallow clone: what is read is then whole, and the report says from where.
 */
export interface ReadBudget {
  /** Changes of files that commits of the mainline tell. */
  readonly changes: number;
  /** Versions of files that are read. */
  readonly versions: number;
  readonly bytes: number;
}

/** Several times what the largest repositories known hold. */
export const usualBudget: ReadBudget = {
  changes: 10_000_000,
  versions: 2_000_000,
  bytes: 64 * 1024 ** 3,
};

/** Thrown where the budget is spent: history is to begin at this commit. */
export class TooMuchHistory extends Error {
  readonly commit: string;
  /** "more than 5 changes of files" */
  readonly what: string;

  constructor(commit: string, what: string) {
    super(what);
    this.name = "TooMuchHistory";
    this.commit = commit;
    this.what = what;
  }
}

/** Counts the changes of the mainline, newest first. */
export class ChangeCount {
  private readonly most: number;
  private count = 0;
  private back = 0;
  /** The commits, counted back, that take at most half: one of them is where history can begin with room to spare. */
  private half = 0;

  constructor(most: number) {
    this.most = most;
  }

  commit(): void {
    if (this.count <= this.most / 2) this.half = this.back;
    this.back++;
  }

  change(): void {
    if (++this.count > this.most) throw new TooManyChanges();
  }

  /** Where history has to begin; `ids` are the commits of the mainline, oldest first. Null: nothing would be gained. */
  cut(ids: readonly string[]): TooMuchHistory | null {
    const commit = ids[ids.length - Math.max(1, this.half)];
    if (commit === undefined || ids.length < 2) return null;
    return new TooMuchHistory(commit, `more than ${String(this.most)} changes of files`);
  }
}

/** Ends git in the middle of history. */
export class TooManyChanges extends Error {
  override readonly message = "one commit changes more files than can be read";
}

/** Throws where there are more versions to read than the budget allows. */
export function checkVersions(
  requests: readonly BlobRequest[],
  ids: readonly string[],
  { versions }: ReadBudget,
): void {
  if (requests.length <= versions) return;
  cutAtHalf(requests, ids, versions / 2, `more than ${String(versions)} versions of files`);
}

/** Counts what is read; to be called with each content. */
export function byteCounter(
  requests: readonly BlobRequest[],
  ids: readonly string[],
  { bytes: most }: ReadBudget,
): (bytes: number) => void {
  let count = 0;
  return (bytes) => {
    count += bytes;
    if (count > most)
      cutAtHalf(requests, ids, requests.length / 2, `more than ${String(most)} bytes of files`);
  };
}

/** So that at most so many requests are left; nothing is thrown where all of them are about one commit. */
function cutAtHalf(
  requests: readonly BlobRequest[],
  ids: readonly string[],
  most: number,
  what: string,
): void {
  const positions = requests
    .flatMap((one) => (one.kind === "head" ? [] : [one.position]))
    .sort((a, b) => b - a);
  const position = Math.max(positions[Math.floor(most)] ?? 0, 0) + 1;
  const commit = ids[Math.min(position, ids.length - 1)];
  if (commit !== undefined && ids.length > 1) throw new TooMuchHistory(commit, what);
}
