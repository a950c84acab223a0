import type { ReactNode } from "react";
import { NotKnown } from "../unknown.tsx";
import { signed } from "../words.ts";
import type { TableColumn } from "./table-column.ts";

/** What a column shows of a row: its cell, else its value. */
export function cellOf<Row>(column: TableColumn<Row>, row: Row): ReactNode {
  if (column.cell !== undefined) return column.cell(row) ?? <NotKnown />;
  const value = column.value(row);
  return typeof value === "number" ? signed(value) : (value ?? <NotKnown />);
}
