import type { ReactNode } from "react";
import type { TableColumn } from "./table-column.ts";
import type { Sorting } from "./use-table-query.ts";

interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

export function TableHead<Row>({ columns, sorting, onSort }: TableHeadProps<Row>): ReactNode {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => {
          const isSorted = column.id === sorting.column;
          const order = !isSorted ? "none" : sorting.isDescending ? "descending" : "ascending";
          return (
            <th
              key={column.id}
              role="columnheader"
              scope="col"
              className={column.isAtEnd === true ? "number" : ""}
              style={{ width: column.width }}
              {...(column.isSortable === false ? {} : { "aria-sort": order })}
            >
              {column.isSortable === false ? (
                <span className="heading">{column.header}</span>
              ) : (
                <button
                  type="button"
                  onClick={() =>
                    onSort({
                      column: column.id,
                      isDescending: isSorted ? !sorting.isDescending : column.isNumber === true,
                    })
                  }
                >
                  {column.header}
                  <span className="sort-mark" aria-hidden="true">
                    {order === "none" ? "" : sorting.isDescending ? "↓" : "↑"}
                  </span>
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
