import { FulcrumError } from "#kernel/errors.ts";
import { append } from "#kernel/lists-by-key.ts";
import type { EntityIndex } from "./entity-index.ts";

/** Each of them is looked up in all entities. */
const mostPaths = 30;

/** One path: that it is there, or one of these values, in lower case. */
interface Condition {
  readonly path: string;
  readonly values: readonly string[] | null;
}

/** Any of the sets, all conditions of one. Empty: every entity. */
export type EntityFilter = readonly (readonly Condition[])[];

/**
 * Filters as Backstage writes them: `kind=component,spec.type=service`, several values of one path: any of them; a path alone has
 * to be there. Throws `usage`.
 */
export function entityFilter(texts: readonly string[]): EntityFilter {
  const sets = texts.map(conditions).filter((set) => set.length > 0);
  if (new Set(sets.flat().map(({ path }) => path)).size <= mostPaths) return sets;
  throw new FulcrumError(
    "usage",
    `The filter names more than ${String(mostPaths)} paths.`,
    "Ask with fewer conditions, several times.",
  );
}

function conditions(text: string): readonly Condition[] {
  const wanted = new Map<string, string[]>();
  const there = new Set<string>();
  for (const statement of text.split(",").map((one) => one.trim())) {
    if (statement === "") continue;
    const equals = statement.indexOf("=");
    const path = (equals === -1 ? statement : statement.slice(0, equals)).trim();
    if (path === "")
      throw new FulcrumError(
        "usage",
        "A condition of the filter names no path.",
        "Write path=value, or a path alone: filter=kind=component,spec.type",
      );
    if (equals === -1) there.add(path.toLowerCase());
    else
      append(
        wanted,
        path.toLowerCase(),
        statement
          .slice(equals + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return [
    ...Array.from(wanted, ([path, values]) => ({ path, values })),
    ...Array.from(there, (path) => ({ path, values: null })),
  ];
}

/** Places of the entities that are meant, ascending. */
export function placesOf(index: EntityIndex, filter: EntityFilter): readonly number[] {
  if (filter.length === 0) return Array.from(index.entities.keys());
  return union(filter.map((set) => intersection(set.map((one) => placesWith(index, one)))));
}

function placesWith(index: EntityIndex, { path, values }: Condition): readonly number[] {
  const { byValue, present } = index.at(path);
  if (values === null) return present;
  return union(values.map((value) => byValue.get(value) ?? []));
}

function union(lists: readonly (readonly number[])[]): readonly number[] {
  const [only, ...others] = lists;
  if (only === undefined || others.length === 0) return only ?? [];
  return [...new Set(lists.flat())].toSorted((one, other) => one - other);
}

function intersection(lists: readonly (readonly number[])[]): readonly number[] {
  const [shortest = [], ...others] = lists.toSorted((one, other) => one.length - other.length);
  const sets = others.map((list) => new Set(list));
  return shortest.filter((place) => sets.every((set) => set.has(place)));
}
