import type { ReactNode } from "react";
import { Panel } from "../screen.tsx";
import { cellOf } from "./cell-of.tsx";
import type { TableColumn } from "./table-column.ts";

interface ComparisonProps<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
  /** The first names the row: it heads the row's column here. */
  readonly columns: readonly TableColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly onClose: () => void;
}

/** A list turned on its side: what is said of each row stands beside what is said of the others. */
export function Comparison<Row>(props: ComparisonProps<Row>): ReactNode {
  const { title, rows, keyOf, onClose } = props;
  const [name, ...columns] = props.columns;
  if (name === undefined || rows.length < 2) return null;
  const told = columns.filter((column) => rows.some((row) => (column.value(row) ?? "") !== ""));
  return (
    <Panel title={title}>
      <div className="chart-table comparison" tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              <td />
              {rows.map((row) => (
                <th key={keyOf(row)} scope="col">
                  {cellOf(name, row)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.map((column) => (
              <tr key={column.id} className={isAlike(column, rows) ? "" : "differs"}>
                <th scope="row">{column.header}</th>
                {rows.map((row) => (
                  <td key={keyOf(row)}>{cellOf(column, row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <button type="button" onClick={onClose}>
          Compare no longer
        </button>
      </p>
    </Panel>
  );
}

function isAlike<Row>(column: TableColumn<Row>, [first, ...others]: readonly Row[]): boolean {
  return first === undefined || others.every((row) => column.value(row) === column.value(first));
}
