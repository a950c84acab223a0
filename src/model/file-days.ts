import type { FileChanges } from "#evidence/repository-evidence.ts";

const secondsPerDay = 86_400;
const known = new WeakMap<FileChanges, ReadonlyMap<string, number>>();

/** Days (since the epoch) on which the mainline changed a file that is there at HEAD, ascending; empty where it is not known. */
export function changeDays(changes: FileChanges, path: string): Uint16Array {
  let places = known.get(changes);
  if (places === undefined)
    known.set(changes, (places = new Map(changes.paths.map((one, place) => [one, place]))));
  const place = places.get(path);
  if (place === undefined) return new Uint16Array();
  return changes.days.subarray(changes.ends[place - 1] ?? 0, changes.ends[place]);
}

/** When the file came to the mainline under its present name, to the day; null where that is not known. */
export function bornAt(changes: FileChanges, path: string): number | null {
  const [first] = changeDays(changes, path);
  return first === undefined ? null : first * secondsPerDay;
}
