import { replaceRoute, useRoute, withQuery } from "../route.ts";

export interface Sorting {
  readonly column: string;
  readonly isDescending: boolean;
}

/** Filter, facets and order of a table, kept in the address: a filtered table can be sent to somebody. */
export interface TableQuery {
  readonly filter: string;
  readonly sorting: Sorting | null;
  readonly facet: (id: string) => string;
  readonly setFilter: (text: string) => void;
  readonly setSorting: (sorting: Sorting) => void;
  readonly setFacet: (id: string, value: string) => void;
}

export function useTableQuery(prefix: string): TableQuery {
  const route = useRoute();
  const key = (name: string): string => (prefix === "" ? name : `${prefix}-${name}`);
  const set = (name: string, value: string): void =>
    replaceRoute(withQuery(route, { [key(name)]: value === "" ? [] : [value] }));
  const sort = route.query.get(key("sort"));
  return {
    filter: route.query.get(key("q")) ?? "",
    sorting:
      sort === null ? null : { column: sort.replace(/^-/, ""), isDescending: sort.startsWith("-") },
    facet: (id) => route.query.get(key(id)) ?? "",
    setFilter: (text) => set("q", text),
    setSorting: ({ column, isDescending }) => set("sort", `${isDescending ? "-" : ""}${column}`),
    setFacet: (id, value) => set(id, value),
  };
}
