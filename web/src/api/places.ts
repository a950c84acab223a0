import type { UnknownGroup } from "#contract/primitives.ts";
import { oncePer } from "./once-per.ts";

/** `/adoption/capability:1f/rate`: a key at the root of the report, the key of an entry, and steps below it. */
export function placeOf(section: string, key: string | null, field?: string): string {
  const entry = key === null ? "" : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return `/${section}${entry}${field === undefined ? "" : `/${field}`}`;
}

/** Every figure that a group speaks of. */
function placesOf({ section, keys, fields }: UnknownGroup): string[] {
  const entries = keys.length === 0 ? [null] : keys;
  const parts = fields.length === 0 ? [undefined] : fields;
  return entries.flatMap((key) => parts.map((field) => placeOf(section, key, field)));
}

const byPlace = oncePer(
  (groups: readonly UnknownGroup[]) =>
    new Map(groups.flatMap((group) => placesOf(group).map((place) => [place, group] as const))),
);

/** Why the value at this place (`placeOf`), or one of its parents, is unknown. */
export function unknownAt(groups: readonly UnknownGroup[], place: string): UnknownGroup | null {
  const known = byPlace(groups);
  for (let path = place; path !== ""; path = path.slice(0, path.lastIndexOf("/"))) {
    const group = known.get(path);
    if (group !== undefined) return group;
  }
  return null;
}
