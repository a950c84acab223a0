import { useLayoutEffect, useRef, type ReactNode } from "react";
import type { TableColumn } from "./table-column.ts";
import type { Sorting } from "./use-table-query.ts";

interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

export function TableHead<Row>({ columns, sorting, onSort }: TableHeadProps<Row>): ReactNode {
  const head = useRef<HTMLTableSectionElement>(null);
  // Lines of groups stay in view below the headings, which have one to three lines, and none on a phone.
  useLayoutEffect(() => {
    const element = head.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      element.parentElement?.style.setProperty("--head", `${String(element.offsetHeight)}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <thead ref={head} role="rowgroup">
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
