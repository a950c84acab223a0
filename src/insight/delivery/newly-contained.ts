import type { CommitColumns } from "#evidence/commit-columns.ts";

/** Commits that deployments of one series brought for the first time: columns of equal length. */
export interface ContainedCommits {
  /** Index of the deployment in its series. */
  readonly deployment: Uint32Array;
  readonly committedAt: Float64Array;
  readonly authoredAt: Float64Array;
  readonly isBot: Uint8Array;
  readonly isMerge: Uint8Array;
  /** 1: a forge made it of several when it merged them, so its dates are those of the merge. */
  readonly isSquashed: Uint8Array;
  /** Committer time of the commit of the deployed line that brought it in: itself, or the merge. */
  readonly mergedAt: Float64Array;
  /** Ids, all equally long, of the deployed line's commits that deployments brought, where asked for; else empty. */
  readonly lineIds: string;
  readonly lineDeployment: Uint32Array;
  /** Per deployment the committer time of the deployed commit itself; NaN where it is not known. */
  readonly tipCommittedAt: Float64Array;
  /** Per deployment 1 where its new commits are known: not the first, nor one that follows an unknown commit. */
  readonly isMeasured: Uint8Array;
  /** Per deployment the latest earlier one that brought something which it takes back; −1: none. */
  readonly undoes: Int32Array;
  /** Per deployment 1 where it brought a commit that says it is a hotfix. */
  readonly isHotfix: Uint8Array;
}

export interface ContainedScope {
  /** 1 for commits that touch the component's folder; null: all do. */
  readonly touches: Uint8Array | null;
  readonly withLineIds: boolean;
}

export const wholeRepository: ContainedScope = { touches: null, withLineIds: false };

/** Finds commits by id or by an unambiguous beginning of at least seven digits. */
export class CommitIndex {
  private readonly columns: CommitColumns;
  private readonly indexOf = new Map<string, number>();
  /** Made when a beginning is looked for: most ask for whole ids. */
  private sorted: Uint32Array | null = null;

  constructor(columns: CommitColumns) {
    this.columns = columns;
    for (let index = 0; index < this.size; index++) this.indexOf.set(this.id(index), index);
  }

  get size(): number {
    return this.columns.committedAt.length;
  }

  find(id: string): number | null {
    const whole = this.indexOf.get(id);
    if (whole !== undefined) return whole;
    const sorted = (this.sorted ??= this.inOrder());
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.id(sorted[middle] ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    const found = sorted[low];
    if (found === undefined || !this.id(found).startsWith(id)) return null;
    const next = sorted[low + 1];
    return next !== undefined && this.id(next).startsWith(id) ? null : found;
  }

  private inOrder(): Uint32Array {
    const order = Array.from(this.columns.committedAt, (_, index) => index);
    return Uint32Array.from(order.sort((a, b) => (this.id(a) < this.id(b) ? -1 : 1)));
  }

  id(index: number): string {
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
  { touches, withLineIds }: ContainedScope = wholeRepository,
): ContainedCommits {
  /** Deployment that brought a commit; −1: none has, −2: one that is not measured. */
  const broughtBy = new Int32Array(columns.committedAt.length).fill(-1);
  const rows: number[] = [];
  const mergedAt: number[] = [];
  const line: number[] = [];
  const tipCommittedAt = new Float64Array(revisions.length).fill(Number.NaN);
  const isMeasured = new Uint8Array(revisions.length);
  const isHotfix = new Uint8Array(revisions.length);
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
    // Oldest first along first parents: what a merge brought is what the line below it did not reach.
    for (const merge of newLine(columns, broughtBy, tip)) {
      stack.push(merge);
      if (isGroundKnown && withLineIds) line.push(merge);
      while (stack.length > 0) {
        const commit = stack.pop() ?? 0;
        if (broughtBy[commit] !== -1) continue;
        broughtBy[commit] = isGroundKnown ? deployment : -2;
        if (isGroundKnown && touches?.[commit] !== 0) {
          rows.push(commit);
          mergedAt.push(columns.committedAt[merge] ?? 0);
          if (columns.isHotfix[commit] === 1) isHotfix[deployment] = 1;
        }
        const end = columns.parentStart[commit + 1] ?? 0;
        for (let at = columns.parentStart[commit] ?? 0; at < end; at++) {
          const parent = columns.parents[at] ?? -1;
          if (parent >= 0 && broughtBy[parent] === -1) stack.push(parent);
        }
      }
    }
    isGroundKnown = true;
  }
  const parentsOf = (commit: number): number =>
    (columns.parentStart[commit + 1] ?? 0) - (columns.parentStart[commit] ?? 0);
  return {
    deployment: Uint32Array.from(rows, (commit) => broughtBy[commit] ?? 0),
    committedAt: Float64Array.from(rows, (commit) => columns.committedAt[commit] ?? 0),
    authoredAt: Float64Array.from(rows, (commit) => columns.authoredAt[commit] ?? 0),
    isBot: Uint8Array.from(rows, (commit) => columns.isBot[commit] ?? 0),
    isMerge: Uint8Array.from(rows, (commit) => (parentsOf(commit) > 1 ? 1 : 0)),
    isSquashed: Uint8Array.from(rows, (commit) => columns.isSquashed[commit] ?? 0),
    mergedAt: Float64Array.from(mergedAt),
    lineIds: line.map((commit) => index.id(commit)).join(""),
    lineDeployment: Uint32Array.from(line, (commit) => broughtBy[commit] ?? 0),
    tipCommittedAt,
    isMeasured,
    undoes: undoneBy(columns, broughtBy, touches, revisions.length),
    isHotfix,
  };
}

/** Commits from `tip` along first parents that no deployment has brought yet, oldest first. */
function newLine(columns: CommitColumns, broughtBy: Int32Array, tip: number): number[] {
  const line: number[] = [];
  let commit = tip;
  while (commit >= 0 && broughtBy[commit] === -1) {
    line.push(commit);
    const at = columns.parentStart[commit] ?? 0;
    commit = at < (columns.parentStart[commit + 1] ?? 0) ? (columns.parents[at] ?? -1) : -1;
  }
  return line.reverse();
}

/** A change that is taken back before it was deployed has undone nothing. */
function undoneBy(
  { reverts }: CommitColumns,
  broughtBy: Int32Array,
  touches: Uint8Array | null,
  deploymentsCount: number,
): Int32Array {
  const undoes = new Int32Array(deploymentsCount).fill(-1);
  for (let pair = 0; pair < reverts.length; pair += 2) {
    const by = broughtBy[reverts[pair] ?? 0] ?? -1;
    const reverted = broughtBy[reverts[pair + 1] ?? 0] ?? -1;
    if (by < 0 || reverted < 0 || reverted >= by || touches?.[reverts[pair] ?? 0] === 0) continue;
    undoes[by] = Math.max(undoes[by] ?? -1, reverted);
  }
  return undoes;
}
