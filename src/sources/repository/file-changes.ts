import type { FileChanges } from "#evidence/repository-evidence.ts";
import type { TreeEntry } from "../git/tree.ts";
import type { PathRevisions } from "./revisions.ts";

const secondsPerDay = 86_400;
/** The last that the column has room for: in the year 2149, when clocks that are wrong may stand. */
const lastDay = 65_535;

/**
 * Days on which the mainline changed each file that is at HEAD and read by some source, since it last came to be;
 * `earlier` is continued.
 */
export function collectFileChanges(
  tree: readonly TreeEntry[],
  revisions: ReadonlyMap<string, PathRevisions>,
  timeAt: (position: number) => number,
  earlier: FileChanges | null,
): FileChanges {
  const before = daysByPath(earlier);
  const paths: string[] = [];
  const ends: number[] = [];
  const days: number[] = [];
  for (const { path } of tree) {
    const found = revisions.get(path);
    const born = (found?.objects.lastIndexOf(null) ?? -1) + 1;
    const known = born > 0 ? [] : (before.get(path) ?? []);
    if (known.length === 0 && found === undefined) continue;
    for (const each of known) days.push(each);
    let last = known.at(-1) ?? -1;
    found?.positions.forEach((position, at) => {
      const day = Math.min(lastDay, Math.floor(timeAt(position) / secondsPerDay));
      if (at < born || day === last) return;
      days.push(day);
      last = day;
    });
    paths.push(path);
    ends.push(days.length);
  }
  return { paths, ends: Uint32Array.from(ends), days: Uint16Array.from(days) };
}

function daysByPath(changes: FileChanges | null): Map<string, number[]> {
  const byPath = new Map<string, number[]>();
  changes?.paths.forEach((path, index) => {
    byPath.set(path, [...changes.days.subarray(changes.ends[index - 1] ?? 0, changes.ends[index])]);
  });
  return byPath;
}
