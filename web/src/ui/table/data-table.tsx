import {
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
} from "@tanstack/react-table";
import { useMemo, type ReactNode } from "react";
import { TableBody } from "./table-body.tsx";
import { TableHead } from "./table-head.tsx";
import { TableTools } from "./table-tools.tsx";
import { allOf, chosen, type Facet, type TableColumn } from "./table-column.ts";
import { useTableQuery, type Sorting } from "./use-table-query.ts";

interface DataTableProps<Row> {
  /** In words, for assistive technology and for the exported file's name. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly initialSorting: Sorting;
  readonly facets?: readonly Facet<Row>[];
  /** Keeps the address's keys apart where a screen has several tables. */
  readonly prefix?: string;
  readonly filterHint: string;
}

const noFacets: readonly never[] = [];

/** Sorted by any column, filtered in place, only the visible rows in the page, arrow keys from row to row. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, rows, columns, keyOf, initialSorting, prefix = "", filterHint } = props;
  const facets: readonly Facet<Row>[] = props.facets ?? noFacets;
  const query = useTableQuery(prefix);
  const sorting = query.sorting ?? initialSorting;
  const facetValues = facets.map((facet) => chosen(facet, query)).join("\u0000");

  const data = useMemo(() => {
    const values = facetValues.split("\u0000");
    return rows.filter((row) =>
      facets.every((facet, index) => {
        const value = values[index] ?? "";
        return value === allOf || facet.matches(row, value);
      }),
    );
  }, [rows, facets, facetValues]);

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
  const shown = table.getRowModel().rows;

  return (
    <div className="data-table">
      <TableTools
        caption={caption}
        hint={filterHint}
        columns={columns}
        facets={facets}
        query={query}
        sorting={sorting}
        rows={shown.map((row) => row.original)}
        total={rows.length}
      />
      <table role="table" aria-label={caption} aria-rowcount={shown.length + 1}>
        <TableHead columns={columns} sorting={sorting} onSort={query.setSorting} />
        <TableBody
          columns={columns}
          rows={shown.map((row) => ({ key: row.id, row: row.original }))}
        />
      </table>
      {shown.length === 0 && (
        <p className="empty">
          Nothing matches.{" "}
          <button type="button" onClick={() => query.setFilter("")}>
            Clear the filter
          </button>
        </p>
      )}
    </div>
  );
}
