import type { TreeEntry } from "../git/tree.ts";
import type { LockFormat } from "../locks/formats.ts";
import type { PathPlan, PathPlans, PathRevisions } from "./revisions.ts";

/** A version of a path whose every version is read. */
export interface HistoryRequest {
  readonly kind: "history";
  readonly path: string;
  readonly position: number;
  readonly object: string;
  readonly plans: readonly PathPlan[];
}

export interface LockRequest {
  readonly kind: "lock";
  readonly path: string;
  readonly format: LockFormat;
  /** −1: the content before this reading, only to find what differs. */
  readonly position: number;
  readonly object: string;
}

export interface HeadRequest {
  readonly kind: "head";
  readonly path: string;
  readonly object: string;
  readonly plans: readonly PathPlan[];
}

export type BlobRequest = HistoryRequest | LockRequest | HeadRequest;

/** Which blobs to read, in the order in which they are to be folded: manifests, files at HEAD, then locks. */
export function planRequests(
  revisions: ReadonlyMap<string, PathRevisions>,
  tree: readonly TreeEntry[],
  plans: PathPlans,
): {
  manifests: HistoryRequest[];
  heads: HeadRequest[];
  locks: LockRequest[];
  removals: Map<string, number[]>;
} {
  const manifests: HistoryRequest[] = [];
  const locks: LockRequest[] = [];
  const removals = new Map<string, number[]>();
  for (const { path, positions, objects } of revisions.values()) {
    const format = plans.lockFormatOf(path);
    const history = plans.of(path).filter((plan) => plan.appetite === "history");
    if (format === null && history.length === 0) continue;
    positions.forEach((position, at) => {
      const object = objects[at] ?? null;
      if (object === null) {
        const list = removals.get(path);
        if (list === undefined) removals.set(path, [position]);
        else list.push(position);
        return;
      }
      if (objects[at - 1] === object) return;
      if (format !== null) locks.push({ kind: "lock", path, format, position, object });
      if (history.length > 0)
        manifests.push({ kind: "history", path, position, object, plans: history });
    });
  }
  const heads: HeadRequest[] = [];
  for (const { path, object } of tree) {
    const wanted = plans.of(path).filter((plan) => plan.appetite === "head");
    if (wanted.length > 0) heads.push({ kind: "head", path, object, plans: wanted });
  }
  return { manifests, heads, locks, removals };
}
