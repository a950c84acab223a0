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
const tooMany = `Only the first ${String(maximumRows)} rows are read`;

/** Records of a YAML, JSON (which YAML contains), NDJSON or CSV list; `itemsAt` is a dotted path to the list. */
export function readRows(path: string, text: string, itemsAt: string | null): Rows {
  if (/\.csv$/i.test(path)) return readCsv(text);
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
    return JSON.parse(text);
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

/** One token per match: a quoted field, a bare field, or a separator; each begins with another character. */
const tokens = {
  ",": /"[^"]*(?:""[^"]*)*(?:"|$)|[^",\r\n]+|"|,|\r?\n|\r/g,
  ";": /"[^"]*(?:""[^"]*)*(?:"|$)|[^";\r\n]+|"|;|\r?\n|\r/g,
  "\t": /"[^"]*(?:""[^"]*)*(?:"|$)|[^"\t\r\n]+|"|\t|\r?\n|\r/g,
} as const;

/**
 * RFC 4180: quoted fields may hold commas, line breaks and doubled quotes. The first record names the fields; a name that comes
 * again adds to the first, one that is blank is `column N`. Semicolons and tabs are separators where the first line has more of
 * them, or where it says `sep=;` as spreadsheets do.
 */
export function readCsv(whole: string): Rows {
  const told = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(whole);
  const text = told === null ? whole : whole.slice(told[0].length);
  const separator = separatorOf(told?.[1] ?? null, text);
  const records: { cells: string[]; line: number }[] = [];
  let cells: string[] = [];
  let line = told === null ? 1 : 2;
  let start = line;
  let isCut = false;
  for (const [token] of text.matchAll(tokens[separator])) {
    if (token === separator) {
      if (cells.length === 0) cells.push("");
      cells.push("");
    } else if (/^\r?\n?$/.test(token)) {
      if (cells.length > 0) records.push({ cells, line: start });
      cells = [];
      start = ++line;
      isCut = records.length > maximumRows;
      if (isCut) break;
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
  const names = (head?.cells ?? []).map(
    (name, index) => name.trim() || `column ${String(index + 1)}`,
  );
  const rows = body.map((record) => ({ value: named(names, record.cells), line: record.line }));
  return { rows, problems: isCut ? [{ code: "invalid", text: tooMany, line: start }] : [] };
}

/** Semicolon or tab where the first line has more of them than commas; `told`: what `sep=` says. */
export function separatorOf(told: string | null, text: string): "," | ";" | "\t" {
  if (told === "," || told === ";" || told === "\t") return told;
  const first = (/^[^\r\n]{0,20000}/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (separator: string): number => first.split(separator).length;
  const most = Math.max(count(","), count(";"), count("\t"));
  return count(",") === most ? "," : count(";") === most ? ";" : "\t";
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
