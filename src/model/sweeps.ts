import { append } from "#kernel/lists-by-key.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";

/** One of the repositories that got the change, with the commit that people wrote there first. */
export interface SweptPlace {
  readonly repositoryId: string;
  readonly commit: string;
  /** Seconds since the epoch, UTC. */
  readonly at: number;
}

/** The same change, written by people in one repository after the other: known by the mark of what they called it. */
export interface Sweep {
  readonly mark: string;
  /** Three or more repositories, the first one first. */
  readonly places: readonly SweptPlace[];
}

interface Written extends SweptPlace {
  readonly mark: string;
}

/** Two that are called alike are chance, or one who moved something (uncalibrated). */
const fewestPlaces = 3;
/** From the first repository to the last of a round (uncalibrated). */
const longestSeconds = 120 * 86_400;
/** What one repository says again after so long, it says of anything: “fix failing tests” (uncalibrated). */
const againSeconds = 30 * 86_400;
/** Of the repositories: one of them may have had to do it twice (uncalibrated). */
const mostAgain = 0.2;

/**
 * Changes that people wrote under one name in three or more repositories within four months, in (from, to], the latest first. A name
 * that some repository uses time and again is none.
 */
export function sweepsOf(
  repositories: readonly Pick<RepositoryEvidence, "id" | "changes">[],
  from: number,
  to: number,
): Sweep[] {
  const byMark = new Map<string, Written[]>();
  for (const { id, changes } of repositories) {
    const { written } = changes;
    for (const [row, mark] of (written?.marks ?? []).entries())
      append(byMark, mark, {
        repositoryId: id,
        commit: written?.commits[row] ?? "",
        at: written?.at[row] ?? 0,
        mark,
      });
  }
  return [...byMark.values()]
    .filter((all) => new Set(all.map((one) => one.repositoryId)).size >= fewestPlaces)
    .flatMap((all) => sweepOf(all, from, to) ?? [])
    .sort(
      (a, b) =>
        (b.places.at(-1)?.at ?? 0) - (a.places.at(-1)?.at ?? 0) || (a.mark < b.mark ? -1 : 1),
    );
}

function sweepOf(all: readonly Written[], from: number, to: number): Sweep | null {
  const own = withoutSplits(all).sort((a, b) => a.at - b.at || (a.commit < b.commit ? -1 : 1));
  const first = new Map<string, Written>();
  const again = new Set<string>();
  for (const one of own) {
    const before = first.get(one.repositoryId);
    if (before === undefined) first.set(one.repositoryId, one);
    else if (one.at - before.at > againSeconds) again.add(one.repositoryId);
  }
  const places = [...first.values()];
  if (again.size > mostAgain * places.length) return null;
  const [start] = places;
  const end = places.at(-1)?.at ?? 0;
  if (start === undefined || places.length < fewestPlaces) return null;
  if (end - start.at > longestSeconds || start.at <= from || end > to) return null;
  return {
    mark: start.mark,
    places: places.map(({ repositoryId, commit, at }) => ({ repositoryId, commit, at })),
  };
}

/** One commit, or one copied with its time, was written once, however many repositories hold it. */
function withoutSplits(all: readonly Written[]): Written[] {
  const seen = new Map<string, string>();
  return all.filter(({ repositoryId, commit, at }) => {
    const keys = [commit, String(at)];
    if (keys.some((key) => (seen.get(key) ?? repositoryId) !== repositoryId)) return false;
    for (const key of keys) seen.set(key, repositoryId);
    return true;
  });
}
