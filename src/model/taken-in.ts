import { languageOf } from "#evidence/languages.ts";
import type { BuiltComponent } from "./components.ts";
import { folderOf } from "./folder-paths.ts";
import { bareName } from "./bare-name.ts";
import type { Moment } from "#evidence/moment.ts";

const secondsPerDay = 86_400;
/** Files of code that a folder must have got on the day on which the use ended (uncalibrated). */
const fewestFiles = 5;
/** A folder called `ui`, `go` or `api` is nobody's copy: shorter last words of a name say nothing (uncalibrated). */
const fewestLetters = 4;

/** Folders of a component by the day on which files of code came to them that are still there. */
export type Arrivals = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** How many files of code came to which folder of the component on which day, with all folders above them. */
export function arrivalsIn({ unit }: BuiltComponent): Arrivals {
  const { paths, ends, days } = unit.repository.fileChanges;
  const prefix = unit.folder === "." ? "" : `${unit.folder}/`;
  const found = new Map<number, Map<string, number>>();
  paths.forEach((path, index) => {
    const day = days[ends[index - 1] ?? 0];
    if (day === undefined || !path.startsWith(prefix) || languageOf(path)?.kind !== "code") return;
    const counts = found.get(day) ?? new Map<string, number>();
    found.set(day, counts);
    for (let at = folderOf(path); at !== "." && at !== unit.folder; at = folderOf(at))
      counts.set(at, (counts.get(at) ?? 0) + 1);
  });
  return found;
}

/**
 * The folder, called as a package or the last word of its name, that got its code on the day on which the use of the package
 * ended: the component keeps a copy of its own now. Null where there is none.
 */
export function takenInto(
  arrivals: Arrivals,
  purls: readonly string[],
  end: Moment,
): string | null {
  const counts = arrivals.get(Math.floor(end.at / secondsPerDay));
  if (counts === undefined) return null;
  const names = new Set<string>();
  for (const purl of purls) {
    const name = bareName(purl)?.name;
    if (name === undefined) continue;
    names.add(name);
    // A folder of a repository is copied by its own name, not by that of the repository.
    const [, inside] = name.split("#", 2);
    const lastWord =
      inside === undefined ? name.slice(name.lastIndexOf("-") + 1) : lastPart(inside);
    if (lastWord.length >= fewestLetters) names.add(lastWord);
  }
  const folders = [...counts]
    .filter(([folder, count]) => count >= fewestFiles && names.has(lastPart(folder)))
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return folders[0]?.[0] ?? null;
}

function lastPart(folder: string): string {
  return folder
    .slice(folder.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(/[-_.]{1,10}/g, "-");
}
