import type { Inclusion } from "#evidence/facts.ts";
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

/**
 * Which blobs to read of files that others take in, after `plans.include` of each: all versions that were followed, else (of a
 * kind of file that never is) the one at HEAD as if it had always stood there.
 */
export function planInclusions(
  inclusions: readonly Inclusion[],
  revisions: ReadonlyMap<string, PathRevisions>,
  tree: readonly TreeEntry[],
  plans: PathPlans,
): { requests: (HistoryRequest | HeadRequest)[]; removals: Map<string, number[]> } {
  const wanted = new Set(inclusions.map((one) => one.path));
  const atHead = new Map(
    tree.filter((entry) => wanted.has(entry.path)).map((entry) => [entry.path, entry.object]),
  );
  const requests: (HistoryRequest | HeadRequest)[] = [];
  const removals = new Map<string, number[]>();
  for (const { path, reader } of inclusions) {
    const mine = plans.of(path).filter((plan) => plan.source.id === reader);
    const object = atHead.get(path);
    if (mine[0]?.appetite === "head") {
      if (object !== undefined) requests.push({ kind: "head", path, object, plans: mine });
      continue;
    }
    const followed = revisions.get(path);
    if (followed === undefined) {
      if (object !== undefined)
        requests.push({ kind: "history", path, position: 0, object, plans: mine });
      continue;
    }
    const gone: number[] = [];
    followed.positions.forEach((position, at) => {
      const version = followed.objects[at] ?? null;
      if (version === null) gone.push(position);
      else if (followed.objects[at - 1] !== version)
        requests.push({ kind: "history", path, position, object: version, plans: mine });
    });
    if (gone.length > 0) removals.set(path, gone);
  }
  return { requests, removals };
}
