import { entriesOf, isRecord } from "../untrusted-value.ts";

/** A row of a table: fields by dotted names, each with the texts that it holds. */
export type TableRow = ReadonlyMap<string, readonly string[]>;

export interface Table {
  readonly at: string;
  readonly rows: readonly TableRow[];
}

const deepest = 5;
const mostRows = 20_000;
const mostTables = 40;
const mostFields = 40;

/**
 * Every table in plain data: lists of records, maps of records (their key is `$key`), maps from name to name, maps and records that
 * gather names in lists (each name a row, `$item`, with what stands around it as `^field`).
 */
export function tablesIn(value: unknown): readonly Table[] {
  const tables: Table[] = [];
  walk(value, [], tables);
  return tables.filter(({ rows }) => rows.length > 1);
}

function walk(value: unknown, at: readonly string[], tables: Table[]): void {
  if (tables.length >= mostTables || at.length > deepest) return;
  const add = (rows: readonly TableRow[]): void => {
    if (rows.length > 1) tables.push({ at: at.join("."), rows: rows.slice(0, mostRows) });
  };
  if (Array.isArray(value)) {
    const records = value.slice(0, mostRows).filter(isRecord);
    add(records.map((record) => rowOf(record)));
    add(records.flatMap((record) => gathered(record, new Map())));
    if (records.length > 0 && records.length <= 5)
      for (const record of records) walk(record, at, tables);
    return;
  }
  const entries = entriesOf(value, mostRows);
  add(
    entries.flatMap(([key, item]) =>
      isRecord(item) ? [rowOf(item, new Map([["$key", [key]]]))] : [],
    ),
  );
  add(
    entries.flatMap(([key, item]) =>
      typeof item === "string"
        ? [
            new Map([
              ["$key", [key]],
              ["$value", [item]],
            ]),
          ]
        : [],
    ),
  );
  add(
    entries.flatMap(([key, item]) =>
      Array.isArray(item)
        ? gathered({ [key]: item }, new Map()).map((row) => new Map(row).set("^$key", [key]))
        : [],
    ),
  );
  add(
    entries.flatMap(([key, item]) =>
      isRecord(item) ? gathered(item, new Map([["^$key", [key]]])) : [],
    ),
  );
  for (const [key, item] of entries.slice(0, 200))
    if (typeof item === "object" && item !== null) walk(item, [...at, key], tables);
}

function rowOf(record: Readonly<Record<string, unknown>>, start: TableRow = new Map()): TableRow {
  const row = new Map(start);
  for (const [key, value] of entriesOf(record, mostFields)) {
    addTexts(row, key, value);
    if (isRecord(value))
      for (const [inner, deep] of entriesOf(value, 12)) addTexts(row, `${key}.${inner}`, deep);
  }
  return row;
}

function addTexts(row: Map<string, readonly string[]>, field: string, value: unknown): void {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.slice(0, 6).flatMap((item) => textIn(item));
  if (texts.length > 0) row.set(field, texts);
}

/** A text, or the name that a record in a list is known by. */
function textIn(item: unknown): string[] {
  if (typeof item === "string") return item.trim() === "" ? [] : [item.trim().slice(0, 200)];
  if (!isRecord(item)) return [];
  const name = ["name", "slug", "id", "team"]
    .map((key) => (Object.hasOwn(item, key) ? item[key] : null))
    .find((one) => typeof one === "string");
  return typeof name === "string" && name.trim() !== "" ? [name.trim().slice(0, 200)] : [];
}

/** Lists of people are nobody's business. */
const people =
  /^(?:members?|users?|people|persons?|maintainers?|contributors?|authors?|leads?|admins?|emails?|contacts?)$/i;

/** One row for each member of each list of a record, with the record's own texts beside it. */
function gathered(record: Readonly<Record<string, unknown>>, start: TableRow): TableRow[] {
  const entries = entriesOf(record, mostFields);
  if (!entries.some(([, value]) => Array.isArray(value))) return [];
  const around = new Map(start);
  for (const [key, value] of entries)
    if (typeof value === "string" && value.trim() !== "")
      around.set(`^${key}`, [value.trim().slice(0, 200)]);
  return entries.flatMap(([key, list]) =>
    Array.isArray(list) && !people.test(key)
      ? list.slice(0, mostRows).flatMap((item: unknown) => {
          if (typeof item === "string" && item.trim() !== "")
            return [new Map(around).set("$item", [item.trim().slice(0, 200)])];
          return isRecord(item) ? [rowOf(item, around)] : [];
        })
      : [],
  );
}
