import {
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { TableColumn } from "./table-column.ts";
import { groupsOf, linesOf, type KeyedRow, type TableItem } from "./table-groups.ts";
import type { Sorting, TableQuery } from "./use-table-query.ts";

interface Asked<Row> {
  /** Those that team and choices keep. */
  readonly data: Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly query: TableQuery;
  readonly sorting: Sorting;
  /** Rows that matter: the rest is shown when it is asked for. */
  readonly first: number | undefined;
}

interface ShownRows<Row> {
  /** All that the filter keeps, in the order in which they stand. */
  readonly all: readonly KeyedRow<Row>[];
  readonly items: readonly TableItem<Row>[];
  /** The column that rows are gathered by. */
  readonly grouping: TableColumn<Row> | null;
  readonly groupsCount: number;
  readonly isCut: boolean;
}

/** Filtered by what is typed, sorted, gathered. */
export function useShownRows<Row>(asked: Asked<Row>): ShownRows<Row> {
  const { data, columns, keyOf, query, sorting, first } = asked;
  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<Row> => ({
        id: column.id,
        // TanStack puts undefined last in either order; null it would sort as a value.
        accessorFn: (row) => column.value(row) ?? undefined,
        sortUndefined: "last",
        sortingFn: column.isNumber === true ? "basic" : "alphanumeric",
        enableSorting: column.isSortable !== false,
      })),
    [columns],
  );
  const table = useReactTable({
    data,
    columns: definitions,
    state: {
      sorting: [{ id: sorting.column, desc: sorting.isDescending }],
      globalFilter: query.filter,
    },
    getRowId: keyOf,
    // There are no pages: resetting their index after each sort would draw the table again, for ever.
    autoResetAll: false,
    globalFilterFn: (row, _columnId, text: string) =>
      columns.some((column) =>
        String(column.value(row.original) ?? "")
          .toLowerCase()
          .includes(text.toLowerCase()),
      ),
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getColumnCanGlobalFilter: () => true,
  });
  const { rows } = table.getRowModel();
  const grouping =
    columns.find(({ id, groupOf }) => id === query.group && groupOf !== undefined) ?? null;
  const nameOf = grouping?.groupOf;
  const isDescending = sorting.column === grouping?.id && sorting.isDescending;
  const groups = useMemo(() => {
    const keyed = rows.map((row) => ({ key: row.id, row: row.original }));
    return nameOf === undefined
      ? [{ name: "", rows: keyed }]
      : groupsOf(keyed, nameOf, isDescending);
  }, [rows, nameOf, isDescending]);
  const all = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  // Gathered rows are not cut: a group that is not wanted is closed.
  const isCut = nameOf === undefined && first !== undefined && !query.isLong && all.length > first;
  const rest = isCut ? all.slice(0, first) : all;
  const items = nameOf === undefined ? rest : linesOf(groups, query.folds);
  return { all, items, grouping, groupsCount: groups.length, isCut };
}
