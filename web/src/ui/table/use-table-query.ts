import type { Folds } from "./table-groups.ts";
import { replaceRoute, useRoute, withQuery } from "../route.ts";

export interface Sorting {
  readonly column: string;
  readonly isDescending: boolean;
}

/** Filter, facets and order of a table, kept in the address: a filtered table can be sent to somebody. */
export interface TableQuery {
  readonly filter: string;
  readonly sorting: Sorting | null;
  /** Id of the column that rows are gathered by. */
  readonly group: string | null;
  /** Which of the groups are closed. */
  readonly folds: Folds;
  /** Columns of which little is known are shown as well. */
  readonly isWide: boolean;
  /** Rows beyond the first ones are shown as well. */
  readonly isLong: boolean;
  /** Key of the row that is shown beside the table. */
  readonly peeked: string | null;
  /** Keys of the rows that stand side by side above the table. */
  readonly compared: readonly string[];
  readonly facet: (id: string) => string;
  readonly setFilter: (text: string) => void;
  readonly setSorting: (sorting: Sorting) => void;
  readonly setFacet: (id: string, value: string) => void;
  /** Another column opens all its groups. */
  readonly setGroup: (column: string) => void;
  readonly setFolds: (folds: Folds) => void;
  readonly setWide: (isWide: boolean) => void;
  readonly setLong: (isLong: boolean) => void;
  readonly setPeeked: (key: string | null) => void;
  readonly setCompared: (keys: readonly string[]) => void;
  /** No filter and no choice but the first ones. */
  readonly clear: () => void;
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
    group: route.query.get(key("group")),
    folds: {
      all: route.query.get(key("folded")) === "all",
      but: route.query.getAll(key("turned")),
    },
    isWide: route.query.get(key("columns")) === "all",
    isLong: route.query.get(key("rows")) === "all",
    peeked: route.query.get(key("peek")),
    compared: route.query.getAll(key("with")),
    facet: (id) => route.query.get(key(id)) ?? "",
    setFilter: (text) => set("q", text),
    setSorting: ({ column, isDescending }) => set("sort", `${isDescending ? "-" : ""}${column}`),
    setFacet: (id, value) => set(id, value),
    setGroup: (column) =>
      replaceRoute(
        withQuery(route, {
          [key("group")]: column === "" ? [] : [column],
          [key("folded")]: [],
          [key("turned")]: [],
        }),
      ),
    setFolds: ({ all, but }) =>
      replaceRoute(withQuery(route, { [key("folded")]: all ? ["all"] : [], [key("turned")]: but })),
    setWide: (isWide) => set("columns", isWide ? "all" : ""),
    setLong: (isLong) => set("rows", isLong ? "all" : ""),
    setPeeked: (row) => set("peek", row ?? ""),
    setCompared: (keys) => replaceRoute(withQuery(route, { [key("with")]: keys })),
    clear: () => {
      const own = ["sort", "group", "folded", "turned", "columns", "with"].map(key);
      const kept = new Set([...own, "tab", "since", "evidence"]);
      const cleared = [...route.query.keys()].filter((name) => !kept.has(name));
      replaceRoute(withQuery(route, Object.fromEntries(cleared.map((name) => [name, []]))));
    },
  };
}
