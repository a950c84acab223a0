import type { Moment } from "#evidence/moment.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { folderOf, nearest } from "./folder-paths.ts";

const secondsPerDay = 86_400;
/** Days from a commit to the merge that brings it to the mainline (uncalibrated). */
const mergedWithin = 30;

/** Of a folder the last day, up to a time in seconds, on which people are taken to have worked in it; null: none is known. */
export type LastWorked = (folder: string, until: number) => Moment | null;

/**
 * Of folders without a manifest of their own, as modules of a build at the root have them: the days on which a file changed that is
 * nearest to the folder, and people had worked on the repository shortly before. There is nothing in them that a bot would raise.
 * All folders together are gone through once, when the first is asked for. No commit is known: it is empty.
 */
export function lastWorkedIn(
  { fileChanges, activity }: Pick<RepositoryEvidence, "fileChanges" | "activity">,
  folders: ReadonlySet<string>,
): LastWorked {
  let known: ReadonlyMap<string, ReadonlySet<number>> | null = null;
  const daysOf = (): ReadonlyMap<string, ReadonlySet<number>> => {
    const { paths, ends, days } = fileChanges;
    const worked = new Set<number>();
    for (const day of new Set(activity.day))
      for (let after = 0; after <= mergedWithin; after++) worked.add(day + after);
    const found = new Map<string, Set<number>>();
    for (const [index, path] of paths.entries()) {
      const home = nearest(folderOf(path), folders);
      const own = found.get(home) ?? new Set<number>();
      found.set(home, own);
      for (const day of days.subarray(ends[index - 1] ?? 0, ends[index]))
        if (worked.has(day)) own.add(day);
    }
    return found;
  };
  return (folder, until) => {
    known ??= daysOf();
    let last = -1;
    for (const day of known.get(folder) ?? [])
      if (day > last && day * secondsPerDay <= until) last = day;
    return last < 0 ? null : { commit: "", at: last * secondsPerDay };
  };
}
