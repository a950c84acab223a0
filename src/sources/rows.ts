import { parseJson } from "#kernel/json-text.ts";
import type { ParseProblem } from "#evidence/facts.ts";
import { csvRecords } from "./csv.ts";
import { field, isRecord } from "./untrusted-value.ts";
import { readYamlDocuments } from "./yaml-documents.ts";

export interface Row {
  readonly value: Readonly<Record<string, unknown>>;
  readonly line: number;
}

export interface Rows {
  readonly rows: readonly Row[];
  readonly problems: readonly ParseProblem[];
}

const maximumRows = 20_000;
const tooMany = `Only the first ${String(maximumRows)} rows are read`;

/** Records of a YAML, JSON (which YAML contains), NDJSON, CSV or TSV list; `itemsAt` is a dotted path to the list. */
export function readRows(path: string, text: string, itemsAt: string | null): Rows {
  if (/\.(?:csv|tsv|tab)$/i.test(path)) return readCsv(text);
  if (/\.(?:ndjson|jsonl)$/i.test(path)) return readLines(text);
  const { documents, problems } = readYamlDocuments(text);
  const keys = itemsAt === null || itemsAt === "" ? [] : itemsAt.split(".");
  const rows: Row[] = [];
  let leftOutCount = 0;
  for (const document of documents) {
    const items = field(document.value, ...keys);
    const listed = Array.isArray(items) ? items.entries() : isRecord(items) ? keyed(items) : [];
    for (const [key, item] of listed)
      if (isRecord(item) && rows.length < maximumRows)
        rows.push({ value: item, line: document.lineOf([...keys, key]) });
      else if (isRecord(item)) leftOutCount++;
  }
  if (leftOutCount > 0)
    return { rows, problems: [...problems, { code: "invalid", text: tooMany }] };
  if (rows.length > 0 || problems.length > 0) return { rows, problems };
  const where = keys.length === 0 ? "at the top of the file" : `at ${keys.join(".")}`;
  return { rows, problems: [{ code: "invalid", text: `No list of records ${where}` }] };
}

/** Where in a document a list of records stands: keys, and numbers of pages. */
export type Place = readonly (string | number)[];

/** Records of the lists that `placesOf` finds in a JSON text, in their order; none where it finds no list. */
export function readRowsAt(text: string, placesOf: (value: unknown) => readonly Place[]): Rows {
  const { documents, problems } = readYamlDocuments(text);
  const rows: Row[] = [];
  let leftOutCount = 0;
  for (const document of documents)
    for (const place of placesOf(document.value)) {
      const items = place.reduce<unknown>(itemOf, document.value);
      for (const [key, item] of Array.isArray(items) ? items.entries() : [])
        if (isRecord(item) && rows.length < maximumRows)
          rows.push({ value: item, line: document.lineOf([...place, key]) });
        else if (isRecord(item)) leftOutCount++;
    }
  return leftOutCount === 0
    ? { rows, problems }
    : { rows, problems: [...problems, { code: "invalid", text: tooMany }] };
}

function itemOf(value: unknown, key: string | number): unknown {
  if (typeof key === "string") return field(value, key);
  return Array.isArray(value) ? value[key] : undefined;
}

/** One JSON record a line; lines that are not are problems, and the others count. */
function readLines(text: string): Rows {
  const rows: Row[] = [];
  const problems: ParseProblem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    if (rows.length >= maximumRows) {
      problems.push({ code: "invalid", text: tooMany, line: index + 1 });
      break;
    }
    const value = parsed(line);
    if (isRecord(value)) rows.push({ value, line: index + 1 });
    else problems.push({ code: "invalid", text: "The line is not a JSON record", line: index + 1 });
  }
  return { rows, problems };
}

/** What is not JSON reads as undefined. */
function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** A map of records: its key is offered as the field `$key`. */
function keyed(items: Record<string, unknown>): readonly (readonly [string, unknown])[] {
  return Object.entries(items).map(([key, item]) => [
    key,
    isRecord(item) ? { ...item, $key: key } : item,
  ]);
}

/**
 * The first record names the fields; a name that comes again adds to the first, one that is blank is `column N`.
 */
export function readCsv(text: string): Rows {
  const { records, isCut, unclosedAt } = csvRecords(text, maximumRows + 1);
  const [head, ...body] = records;
  const names = (head?.cells ?? []).map(
    (name, index) => name.trim() || `column ${String(index + 1)}`,
  );
  const rows = body.map(({ cells, line }) => ({ value: named(names, cells), line }));
  const problems: ParseProblem[] = [];
  if (isCut) problems.push({ code: "invalid", text: tooMany, line: rows.at(-1)?.line ?? 1 });
  if (unclosedAt !== null)
    problems.push({
      code: "invalid",
      text: "A quote opens here that is never closed; nothing after it is read",
      line: unclosedAt,
    });
  return { rows, problems };
}

function named(names: readonly string[], cells: readonly string[]): Record<string, string> {
  const found = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const cell = cells[index] ?? "";
    const before = found.get(name) ?? "";
    found.set(name, before === "" || cell === "" ? before + cell : `${before}, ${cell}`);
  }
  return Object.fromEntries(found);
}
