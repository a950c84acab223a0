import type { ReadProblem, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { GitLocation } from "../git/run.ts";
import { lockFormatOf } from "../locks/formats.ts";
import type { ActivitySummary } from "./activity.ts";
import type { LockRequest } from "./blob-requests.ts";
import type { PathPlans } from "./revisions.ts";
import type { Mainline } from "./walk.ts";

/** Thrown where a continuation cannot tell what the whole history would: everything is read again. */
export class NeedsWholeHistory extends Error {}

/** Older history or missing objects may have come since: only a complete reading of a complete clone is continued. */
export function mayContinue(earlier: RepositoryEvidence, location: GitLocation): boolean {
  return (
    earlier.head !== null &&
    !earlier.isShallow &&
    location.shallowFile === null &&
    earlier.unreadable.length === 0
  );
}

/** Is the old head the first parent of the oldest new commit, or the head itself? */
export function joins({ graph, ids }: Mainline, head: string, after: string): boolean {
  const oldest = graph.ids.indexOf(ids[0] ?? "");
  return oldest < 0 ? head === after : graph.outsideFirstParent.get(oldest) === after;
}

/** Before the first new version of a lock file, the version that the earlier reading ended with. */
export function withGround(
  locks: readonly LockRequest[],
  earlier: RepositoryEvidence | null,
): LockRequest[] {
  if (earlier === null) return [...locks];
  const byPath = new Map<string, LockRequest[]>();
  for (const lock of locks) {
    const list = byPath.get(lock.path);
    if (list === undefined) byPath.set(lock.path, [lock]);
    else list.push(lock);
  }
  const requests: LockRequest[] = [];
  for (const { path, source, spans } of earlier.files) {
    const last = spans.at(-1);
    const format = source === "locks" ? lockFormatOf(path, true) : null;
    if (format === null || last === undefined || last.to !== null) continue;
    requests.push({ kind: "lock", path, format, position: -1, object: last.value });
    for (const each of byPath.get(path) ?? []) requests.push(each);
    byPath.delete(path);
  }
  return [...requests, ...[...byPath.values()].flat()];
}

export function earlierActivity(earlier: RepositoryEvidence | null): ActivitySummary | null {
  if (earlier === null) return null;
  const { activity: columns, botCommitsCount, first, lastHuman } = earlier;
  return { columns, botCommitsCount, first, lastHuman };
}

/** Earlier problems of manifests that were not read again; locks and files at HEAD always are. */
export function problemsThatStay(
  earlier: RepositoryEvidence | null,
  { revisions }: Mainline,
  plans: PathPlans,
): ReadProblem[] {
  return (earlier?.problems ?? []).filter(
    ({ path, source }) =>
      path !== null &&
      !revisions.has(path) &&
      plans.of(path).some((plan) => plan.source.id === source && plan.appetite === "history"),
  );
}
