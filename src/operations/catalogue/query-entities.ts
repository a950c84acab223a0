import type { Entity } from "./entity.ts";
import { entityFilter, placesOf } from "./entity-filter.ts";
import type { EntityIndex } from "./entity-index.ts";
import { valuesAt } from "./entity-values.ts";

export interface OrderPart {
  readonly path: string;
  readonly isDescending: boolean;
}

/** What is asked of a catalogue, whatever page of it. */
export interface EntityQuestion {
  /** As Backstage writes them; any of them. */
  readonly filters: readonly string[];
  readonly order: readonly OrderPart[];
  /** Text that one of the paths has to hold, whatever its case; null: none. */
  readonly text: { readonly term: string; readonly paths: readonly string[] } | null;
}

/** Where an entity stands: its values by the order (null: none), then its reference. */
export type EntityPlace = readonly [values: readonly (string | null)[], ref: string];

export interface PageWish {
  readonly limit: number;
  readonly offset: number;
  /** The page lies after this place, or before it; null: from the first one on. */
  readonly from: { readonly place: EntityPlace; readonly isBefore: boolean } | null;
}

export interface EntityPage {
  readonly items: readonly Entity[];
  readonly total: number;
  /** Of the first and last one; null: there is nothing before or after. */
  readonly before: EntityPlace | null;
  readonly after: EntityPlace | null;
}

/** A page of what is asked for among all catalogues, which are ordered by reference where nothing else is said. Throws `usage`. */
export function queryEntities(
  catalogues: readonly EntityIndex[],
  question: EntityQuestion,
  { limit, offset, from }: PageWish,
): EntityPage {
  const found = inOrder(catalogues, question);
  const { order } = question;
  const [begin, end] = bounds(found, order, { limit, offset, from });
  const shown = found.slice(begin, end);
  const first = shown[0];
  const last = shown.at(-1);
  return {
    items: shown.map(({ entity }) => entity),
    total: found.length,
    before: begin > 0 && first !== undefined ? first.place : null,
    after: end < found.length && last !== undefined ? last.place : null,
  };
}

export interface EntityFacet {
  readonly value: string;
  readonly count: number;
}

/** How often each value stands at a path, among what the filters leave; the most frequent first. Throws `usage`. */
export function entityFacet(
  catalogues: readonly EntityIndex[],
  filters: readonly string[],
  path: string,
): readonly EntityFacet[] {
  const filter = entityFilter(filters);
  const counts = new Map<string, number>();
  for (const index of catalogues) {
    const known =
      filter.length === 0
        ? index.at(path).facets
        : placesOf(index, filter).flatMap((place) =>
            valuesAt(entityAt(index, place), path).flatMap((value) =>
              value === null ? [] : [{ value, count: 1 }],
            ),
          );
    for (const { value, count } of known) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return Array.from(counts, ([value, count]) => ({ value, count })).toSorted(
    (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
  );
}

interface Placed {
  readonly entity: Entity;
  readonly place: EntityPlace;
}

function inOrder(
  catalogues: readonly EntityIndex[],
  { filters, order, text }: EntityQuestion,
): readonly Placed[] {
  const filter = entityFilter(filters);
  const term = text === null ? "" : text.term.trim().toLowerCase();
  const placed = catalogues.flatMap((index) => {
    const least = order.map(({ path }) => index.at(path).least);
    return placesOf(index, filter).flatMap((at): Placed[] => {
      const entity = entityAt(index, at);
      if (text !== null && term !== "" && !holds(entity, text.paths, term)) return [];
      const values = least.map((list) => list[at] ?? null);
      return [{ entity, place: [values, index.refAt(at)] }];
    });
  });
  return placed.toSorted((one, other) => compare(order, one.place, other.place));
}

function holds(entity: Entity, paths: readonly string[], term: string): boolean {
  return paths.some((path) =>
    valuesAt(entity, path).some((value) => value?.toLowerCase().includes(term) === true),
  );
}

/** What has no value comes last, whichever way the order goes. */
function compare(
  order: readonly OrderPart[],
  [values, ref]: EntityPlace,
  [otherValues, otherRef]: EntityPlace,
): number {
  for (const [at, { isDescending }] of order.entries()) {
    const one = values[at] ?? null;
    const other = otherValues[at] ?? null;
    if (one === other) continue;
    if (one === null) return 1;
    if (other === null) return -1;
    return one < other === isDescending ? 1 : -1;
  }
  return ref < otherRef ? -1 : ref > otherRef ? 1 : 0;
}

/** A place stays right where entities come and go between two pages. */
function bounds(
  found: readonly Placed[],
  order: readonly OrderPart[],
  { limit, offset, from }: PageWish,
): readonly [number, number] {
  if (from === null) return [offset, offset + limit];
  const { place, isBefore } = from;
  const isThere = ({ place: own }: Placed): boolean =>
    isBefore ? compare(order, own, place) >= 0 : compare(order, own, place) > 0;
  const at = found.findIndex(isThere);
  const edge = at === -1 ? found.length : at;
  return isBefore ? [Math.max(0, edge - limit), edge] : [edge, edge + limit];
}

function entityAt({ entities }: EntityIndex, place: number): Entity {
  const entity = entities[place];
  if (entity === undefined) throw new Error("A place of a catalogue that is none.");
  return entity;
}
