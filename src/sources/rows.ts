import type { ParseProblem } from "#evidence/facts.ts";
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

/** Records of a YAML, JSON (which YAML contains), NDJSON or CSV list; `itemsAt` is a dotted path to the list. */
export function readRows(path: string, text: string, itemsAt: string | null): Rows {
  if (/\.csv$/i.test(path)) return readCsv(text);
  if (/\.(?:ndjson|jsonl)$/i.test(path)) return readLines(text);
  const { documents, problems } = readYamlDocuments(text);
  const keys = itemsAt === null || itemsAt === "" ? [] : itemsAt.split(".");
  const rows: Row[] = [];
  for (const document of documents) {
    const items = field(document.value, ...keys);
    const listed = Array.isArray(items) ? items.entries() : isRecord(items) ? named(items) : [];
    for (const [key, item] of listed)
      if (isRecord(item) && rows.length < maximumRows)
        rows.push({ value: item, line: document.lineOf([...keys, key]) });
  }
  if (rows.length > 0 || problems.length > 0) return { rows, problems };
  const where = keys.length === 0 ? "at the top of the file" : `at ${keys.join(".")}`;
  return { rows, problems: [{ code: "invalid", text: `No list of records ${where}` }] };
}

/** One JSON record a line; lines that are not are problems, and the others count. */
function readLines(text: string): Rows {
  const rows: Row[] = [];
  const problems: ParseProblem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || rows.length >= maximumRows) continue;
    const value = parsed(line);
    if (isRecord(value)) rows.push({ value, line: index + 1 });
    else problems.push({ code: "invalid", text: "The line is not a JSON record", line: index + 1 });
  }
  return { rows, problems };
}

/** What is not JSON reads as undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A map of records: its key is offered as the field `$key`. */
function named(items: Record<string, unknown>): readonly (readonly [string, unknown])[] {
  return Object.entries(items).map(([key, item]) => [
    key,
    isRecord(item) ? { ...item, $key: key } : item,
  ]);
}

/** RFC 4180: quoted fields may hold commas, line breaks and doubled quotes. The first record names the fields. */
export function readCsv(text: string): Rows {
  const records: { cells: string[]; line: number }[] = [];
  let cells: string[] = [];
  let line = 1;
  let start = 1;
  // One token per match: a quoted field, a bare field, or a separator; each begins with another character.
  for (const [token] of text.matchAll(/"[^"]*(?:""[^"]*)*(?:"|$)|[^",\r\n]+|"|,|\r?\n|\r/g)) {
    if (token === ",") cells.push(...(cells.length === 0 ? ["", ""] : [""]));
    else if (/^\r?\n?$/.test(token)) {
      if (cells.length > 0) records.push({ cells, line: start });
      cells = [];
      start = ++line;
      if (records.length > maximumRows) break;
    } else {
      if (cells.length === 0) cells.push("");
      const isQuoted = token.startsWith('"');
      const cell = isQuoted ? token.replace(/^"|"$/g, "").replaceAll('""', '"') : token;
      cells[cells.length - 1] += cell;
      if (isQuoted) line += token.split("\n").length - 1;
    }
  }
  if (cells.length > 0) records.push({ cells, line: start });
  const [head, ...body] = records;
  const names = (head?.cells ?? []).map((name) => name.trim());
  const rows = body.map((record) => ({
    value: Object.fromEntries(names.map((name, index) => [name, record.cells[index] ?? ""])),
    line: record.line,
  }));
  return { rows, problems: [] };
}
