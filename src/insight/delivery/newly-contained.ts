import type { CommitColumns } from "#evidence/commit-columns.ts";

/** Commits that deployments of one series brought for the first time: columns of equal length. */
export interface ContainedCommits {
  /** Index of the deployment in its series. */
  readonly deployment: Uint32Array;
  readonly committedAt: Float64Array;
  readonly authoredAt: Float64Array;
  readonly isBot: Uint8Array;
  readonly isMerge: Uint8Array;
  /** Per deployment the committer time of the deployed commit itself; NaN where it is not known. */
  readonly tipCommittedAt: Float64Array;
  /** Per deployment 1 where its new commits are known: not the first, nor one that follows an unknown commit. */
  readonly isMeasured: Uint8Array;
}

/** Finds commits by id or by an unambiguous beginning of at least seven digits. */
export class CommitIndex {
  private readonly columns: CommitColumns;
  private readonly sorted: Uint32Array;

  constructor(columns: CommitColumns) {
    this.columns = columns;
    const order = Array.from(columns.committedAt, (_, index) => index);
    this.sorted = Uint32Array.from(order.sort((a, b) => (this.id(a) < this.id(b) ? -1 : 1)));
  }

  find(id: string): number | null {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.id(this.sorted[middle] ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    const found = this.sorted[low];
    if (found === undefined || !this.id(found).startsWith(id)) return null;
    const next = this.sorted[low + 1];
    return next !== undefined && this.id(next).startsWith(id) ? null : found;
  }

  private id(index: number): string {
    const { ids, idWidth } = this.columns;
    return ids.slice(index * idWidth, (index + 1) * idWidth);
  }
}

/**
 * Graph reachability: what a deployment's commit reaches and no earlier deployment's did. Each commit is visited once in a
 * series. The first deployment brings all of history and is not measured; one after an unknown commit would be blamed for
 * what that one brought, so it is not measured either.
 */
export function newlyContained(
  columns: CommitColumns,
  index: CommitIndex,
  revisions: readonly (string | null)[],
): ContainedCommits {
  const seen = new Uint8Array(columns.committedAt.length);
  const commits: number[] = [];
  const deployments: number[] = [];
  const tipCommittedAt = new Float64Array(revisions.length).fill(Number.NaN);
  const isMeasured = new Uint8Array(revisions.length);
  let isGroundKnown = false;
  const stack: number[] = [];
  for (const [deployment, revision] of revisions.entries()) {
    const tip = revision === null ? null : index.find(revision);
    if (tip === null) {
      isGroundKnown = false;
      continue;
    }
    tipCommittedAt[deployment] = columns.committedAt[tip] ?? Number.NaN;
    isMeasured[deployment] = isGroundKnown ? 1 : 0;
    stack.push(tip);
    while (stack.length > 0) {
      const commit = stack.pop() ?? 0;
      if (seen[commit] === 1) continue;
      seen[commit] = 1;
      if (isGroundKnown) {
        commits.push(commit);
        deployments.push(deployment);
      }
      const end = columns.parentStart[commit + 1] ?? 0;
      for (let at = columns.parentStart[commit] ?? 0; at < end; at++) {
        const parent = columns.parents[at] ?? -1;
        if (parent >= 0 && seen[parent] === 0) stack.push(parent);
      }
    }
    isGroundKnown = true;
  }
  const parentsOf = (commit: number): number =>
    (columns.parentStart[commit + 1] ?? 0) - (columns.parentStart[commit] ?? 0);
  return {
    deployment: Uint32Array.from(deployments),
    committedAt: Float64Array.from(commits, (commit) => columns.committedAt[commit] ?? 0),
    authoredAt: Float64Array.from(commits, (commit) => columns.authoredAt[commit] ?? 0),
    isBot: Uint8Array.from(commits, (commit) => columns.isBot[commit] ?? 0),
    isMerge: Uint8Array.from(commits, (commit) => (parentsOf(commit) > 1 ? 1 : 0)),
    tipCommittedAt,
    isMeasured,
  };
}
