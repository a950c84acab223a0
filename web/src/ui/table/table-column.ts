import type { ReactNode } from "react";
import type { Cell } from "../csv.ts";

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Sorts, filters and exports; null is unknown and comes last in either order. */
  readonly value: (row: Row) => Cell;
  /** What the cell shows; the value where it is left out. */
  readonly cell?: (row: Row) => ReactNode;
  /** Of a column that is a category, what rows are gathered under, in words; null where it says nothing of one. */
  readonly groupOf?: (row: Row) => string | null;
  /** Sorted largest first, as numbers. */
  readonly isNumber?: boolean;
  /** Bare numbers stand at the end of their column, one under the other; figures in words do not. */
  readonly isAtEnd?: boolean;
  /** False for columns whose order would rank what must not be ranked. */
  readonly isSortable?: boolean;
  /** On a phone only columns that carry the message are shown; the row's own screen has the rest. */
  readonly isOnPhone?: boolean;
  readonly width?: string;
}

export interface Facet<Row> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Chosen where the address names none; every row where it is left out. */
  readonly initial?: string;
  readonly matches: (row: Row, value: string) => boolean;
}

/** The choice that keeps every row. */
export const allOf = "all";

export function chosen<Row>(
  facet: Facet<Row>,
  query: { readonly facet: (id: string) => string },
): string {
  return query.facet(facet.id) || (facet.initial ?? allOf);
}
