import type { Place } from "./rows.ts";
import { isRecord } from "./untrusted-value.ts";

/** What such lists are called, the likeliest first, and what a record has that is one of the list: it wraps none. */
export interface Wrapping {
  readonly lists: readonly string[];
  readonly marks: readonly string[];
}

const deepest = 6;
const mostPages = 2_000;

/**
 * The list of records that an answer of an API wraps, however deep (`data.repository.discussions.nodes`): of those that are no
 * deeper than another the one with the likeliest name. Of a list of pages, each page's. None: there is no such list.
 */
export function wrappedPlaces(value: unknown, wrapping: Wrapping): readonly Place[] {
  if (Array.isArray(value)) {
    const pages: readonly unknown[] = value;
    if (pages.length === 0 || pages.length > mostPages) return [];
    if (pages.every((page) => Array.isArray(page))) return pages.map((_, index) => [index]);
    // Records that hold lists are pages only where each of them is one.
    const places = pages.map((page) =>
      isRecord(page) && !isMarked(page, wrapping) ? placeIn(page, wrapping) : null,
    );
    return places.every((place) => place !== null)
      ? places.map((place, index) => [index, ...place])
      : [];
  }
  const place = isRecord(value) ? placeIn(value, wrapping) : null;
  return place === null ? [] : [place];
}

function isMarked(value: Readonly<Record<string, unknown>>, { marks }: Wrapping): boolean {
  return marks.some((key) => Object.hasOwn(value, key));
}

function placeIn(root: Readonly<Record<string, unknown>>, wrapping: Wrapping): Place | null {
  const { lists } = wrapping;
  let level: { readonly place: Place; readonly value: Readonly<Record<string, unknown>> }[] = [
    { place: [], value: root },
  ];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const found = level.flatMap(({ place, value }) =>
      Object.entries(value)
        .filter(([name, items]) => lists.includes(name) && Array.isArray(items))
        .filter(([, items]) => Array.isArray(items) && items.some(isRecord))
        .map(([name]) => ({ place: [...place, name], rank: lists.indexOf(name) })),
    );
    const [best] = found.toSorted((one, other) => one.rank - other.rank);
    if (best !== undefined) return best.place;
    level = level.flatMap(({ place, value }) =>
      Object.entries(value).flatMap(([name, inner]) =>
        isRecord(inner) && !isMarked(inner, wrapping)
          ? [{ place: [...place, name], value: inner }]
          : [],
      ),
    );
    if (level.length > mostPages) return null;
  }
  return null;
}
