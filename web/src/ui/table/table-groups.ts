import type { TableColumn } from "./table-column.ts";

/** A row as the table knows it. */
export interface KeyedRow<Row> {
  readonly key: string;
  readonly row: Row;
}

/** Rows that a column says the same of. */
export interface RowGroup<Row> {
  /** What it says, as in the address; empty where it says nothing. */
  readonly name: string;
  readonly rows: readonly KeyedRow<Row>[];
}

/** The line over the rows of a group. */
export interface GroupItem<Row> {
  readonly group: RowGroup<Row>;
  readonly isOpen: boolean;
}

/** One line of a table's body. */
export type TableItem<Row> = GroupItem<Row> | KeyedRow<Row>;

export function isGroup<Row>(item: TableItem<Row>): item is GroupItem<Row> {
  return "group" in item;
}

/** Which groups are closed: all or none, but for some. */
export interface Folds {
  readonly all: boolean;
  /** Names of groups that are not as the others. */
  readonly but: readonly string[];
}

/** In the order of the alphabet, numbers by size: no order here ranks teams. What nothing is said of comes last. */
export function groupsOf<Row>(
  rows: readonly KeyedRow<Row>[],
  nameOf: (row: Row) => string | null,
  isDescending = false,
): readonly RowGroup<Row>[] {
  const groups = new Map<string, KeyedRow<Row>[]>();
  for (const one of rows) {
    const name = nameOf(one.row) ?? "";
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  const { compare } = new Intl.Collator("en", { numeric: true });
  return Array.from(groups, ([name, own]) => ({ name, rows: own })).toSorted(
    (a, b) =>
      Number(a.name === "") - Number(b.name === "") ||
      compare(a.name, b.name) * (isDescending ? -1 : 1),
  );
}

/** Each group's line, then its rows where it is open. */
export function linesOf<Row>(
  groups: readonly RowGroup<Row>[],
  { all, but }: Folds,
): readonly TableItem<Row>[] {
  const others = new Set(but);
  return groups.flatMap((group): readonly TableItem<Row>[] => {
    const isOpen = all === others.has(group.name);
    return isOpen ? [{ group, isOpen }, ...group.rows] : [{ group, isOpen }];
  });
}

/** The folds with one group turned over. */
export function turned({ all, but }: Folds, name: string): Folds {
  return { all, but: but.includes(name) ? but.filter((one) => one !== name) : [...but, name] };
}

/** Columns under which these rows can be gathered: at least two of them would stand together, and not all. */
export function groupingColumns<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
): readonly TableColumn<Row>[] {
  return columns.filter(({ groupOf }) => {
    if (groupOf === undefined) return false;
    const names = new Set(rows.map((row) => groupOf(row) ?? ""));
    return names.size > 1 && names.size < rows.length;
  });
}
