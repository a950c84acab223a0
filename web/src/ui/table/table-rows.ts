import { toCsv } from "../csv.ts";
import { allOf, type Facet, type TableColumn } from "./table-column.ts";
import type { KeyedRow } from "./table-groups.ts";
import type { Sorting } from "./use-table-query.ts";

/** Rows that every choice keeps; `values` are those of the facets, in their order. */
export function rowsOf<Row>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
  values: readonly string[],
): Row[] {
  return facets.length === 0
    ? [...rows]
    : rows.filter((row) =>
        facets.every((facet, index) => keeps(facet, values[index] ?? allOf, row)),
      );
}

function keeps<Row>(facet: Facet<Row>, value: string, row: Row): boolean {
  return value === allOf || facet.matches(row, value);
}

export interface CountedFacet<Row> extends Facet<Row> {
  /** Rows that each option would leave, by its value, with the other choices as they are. */
  readonly counts: ReadonlyMap<string, number>;
}

export function countedFacets<Row>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
  values: readonly string[],
): readonly CountedFacet<Row>[] {
  return facets.map((facet, place) => {
    const others = rowsOf(
      rows,
      facets.filter((_, index) => index !== place),
      values.filter((_, index) => index !== place),
    );
    const counts = new Map(
      facet.options.map(({ value }) => [
        value,
        others.filter((row) => facet.matches(row, value)).length,
      ]),
    );
    return { ...facet, counts };
  });
}

/** A column that says something of fewer rows than this share is left out until it is asked for. */
const leastKnown = 0.4;

/** The first column names the row and always stays. */
export function columnsShown<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
): { readonly shown: readonly TableColumn<Row>[]; readonly hidden: readonly TableColumn<Row>[] } {
  const isTold = (column: TableColumn<Row>, index: number): boolean =>
    index === 0 || rows.length === 0 || knownShare(rows, column) >= leastKnown;
  return {
    shown: columns.filter(isTold),
    hidden: columns.filter((column, index) => !isTold(column, index)),
  };
}

function knownShare<Row>(rows: readonly Row[], column: TableColumn<Row>): number {
  const known = rows.filter((row) => {
    const value = column.value(row);
    return value !== null && value !== "";
  });
  return known.length / rows.length;
}

/** Every column of these rows, for a spreadsheet. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[]): string {
  return toCsv(
    columns.map((column) => column.header),
    rows.map((row) => columns.map((column) => column.value(row))),
  );
}

/** The order that an address asks for, where the table has such a column: anybody can write an address. */
export function sortingIn<Row>(
  columns: readonly TableColumn<Row>[],
  asked: Sorting | null,
): Sorting | null {
  return columns.some(({ id }) => id === asked?.column) ? asked : null;
}

/** Rows that are picked and not among those that are seen. */
export function pickedBeside<Row>(
  rows: readonly Row[],
  keys: ReadonlySet<string>,
  keyOf: (row: Row) => string,
  seen: readonly KeyedRow<Row>[],
): readonly Row[] {
  const known = new Set(seen.map(({ row }) => row));
  return rows.filter((row) => keys.has(keyOf(row)) && !known.has(row));
}
