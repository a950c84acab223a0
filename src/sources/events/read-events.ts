import { isUtf8 } from "node:buffer";
import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodedText, noTextKind, wideEncoding } from "#evidence/decoded-text.ts";
import { withoutQuotes } from "#evidence/without-persons.ts";
import { messageOf } from "#kernel/errors.ts";
import { readBeginning, readInPieces, readPlainFile } from "#kernel/plain-file.ts";
import { parseJson } from "#kernel/json-text.ts";
import { jsonSequence } from "../json-sequence.ts";
import { LineReader } from "../git/line-reader.ts";
import { CsvRecords } from "./csv-records.ts";
import type { EventLog } from "./event-log.ts";
import type { Json } from "./fields.ts";
import type { ForgeOptions } from "./forges.ts";
import { LineShapes } from "./line-shapes.ts";
import { readRecord } from "./read-record.ts";

/** Longer lines are refused; a JSON list above this is, too: lists are read whole, lines are not. */
const longestLine = 1024 * 1024;
const largestList = 64 * 1024 * 1024;
const deepest = 8;
const eventFile = /\.(?:ndjson|jsonl|json|csv)$/i;

/**
 * Reads event files, and folders of them, into `log`: NDJSON and CSV line by line in bounded memory, JSON whole. Nothing in a
 * file stops the reading: what is refused is listed with file, line and reason.
 */
export async function readEvents(
  paths: readonly string[],
  options: ForgeOptions,
  log: EventLog,
  signal?: AbortSignal,
): Promise<void> {
  for (const path of paths) await readPath(path, options, log, 0, signal);
}

async function readPath(
  path: string,
  options: ForgeOptions,
  log: EventLog,
  depth: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  try {
    const found = await stat(path);
    if (found.isFile()) await readFileOf(path, options, log, signal);
    else if (found.isDirectory() && depth < deepest) {
      const names: string[] = [];
      const others = new Map<string, number>();
      for await (const entry of await opendir(path))
        if (entry.isDirectory() || (entry.isFile() && eventFile.test(entry.name)))
          names.push(entry.name);
        else if (entry.isFile() && !beside.test(entry.name) && others.size < mostKinds) {
          const ending = /\.\w{1,12}$/.exec(entry.name)?.[0].toLowerCase() ?? "without an ending";
          others.set(ending, (others.get(ending) ?? 0) + 1);
        }
      if (others.size > 0)
        log.refuse(
          `files in the folder that are not read: ${countsOf(others)}; ${unpack}`,
          path,
          0,
          true,
        );
      for (const name of names.sort())
        await readPath(join(path, name), options, log, depth + 1, signal);
    } else log.refuse("it is neither a file nor a folder that can be read", path, 0);
  } catch (error) {
    signal?.throwIfAborted();
    log.refuse(messageOf(error), path, 0);
  }
}

/** What lies beside events without being any. */
const beside = /^(?:\.|readme|license|makefile|changelog)|\.(?:md|txt|gitkeep|sh|py)$/i;
const mostKinds = 20;
const unpack = "events are read from .ndjson, .jsonl, .json and .csv, unpacked";
const lessThan = 60;

function countsOf(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ending, count]) => `${ending} (${String(count)})`)
    .join(", ");
}

async function readFileOf(
  path: string,
  options: ForgeOptions,
  log: EventLog,
  signal: AbortSignal | undefined,
): Promise<void> {
  const first = await readBeginning(path, 4);
  const kind = noTextKind(first);
  if (kind !== null) return log.refuse(`the file is ${kind}: ${unpack}`, path, 0);
  if (first[0] === lessThan) return log.refuse(`the file is XML or HTML: ${unpack}`, path, 0);
  const isWide = wideEncoding(first) !== null;
  if (/\.json$/i.test(path) && (isWide || (await isWholeJson(path))))
    return readWhole(path, options, log);
  const { take, end } = /\.csv$/i.test(path)
    ? csvTaker(path, options, log)
    : jsonTaker(path, options, log);
  let line = 0;
  let isDropping = false;
  const reader = new LineReader((bytes, from, to) => {
    line++;
    if (isDropping || to - from > longestLine) {
      isDropping = false;
      log.refuse("the line is longer than 1 MB", path, line);
    } else take(bytes, from, to, line);
  });
  let pending = 0;
  const chunks = isWide ? await decodedBytes(path, log) : readInPieces(path, 1 << 20, signal);
  for await (const bytes of chunks) {
    const newline = bytes.lastIndexOf(10);
    pending = newline < 0 ? pending + bytes.length : bytes.length - newline - 1;
    // A line without end is not kept: its first megabyte is pushed, the rest of it is passed over.
    if (newline >= 0 || pending <= longestLine) reader.push(bytes);
    else isDropping = true;
  }
  const before = log.refused.length;
  reader.end();
  end();
  // The last line without a newline counts when it is whole; otherwise its writer was stopped.
  if (pending > 0 && log.refused.length > before && log.refused.at(-1)?.reason === notJson) {
    log.refused.pop();
    log.refuse("the last line is half written", path, line);
  }
}

/** A file in UTF-16, as UTF-8: it is read whole, and nothing of it where it is too large for that. */
async function decodedBytes(path: string, log: EventLog): Promise<Buffer[]> {
  const bytes = await readPlainFile(path, largestList);
  if (bytes !== null) return [Buffer.from(decodedText(bytes).text)];
  log.refuse("a file in UTF-16 above 64 MB: write it in UTF-8", path, 0);
  return [];
}

interface LineTaker {
  readonly take: (bytes: Buffer, from: number, end: number, line: number) => void;
  /** After the last line. */
  readonly end: () => void;
}

const notJson = "the line is not JSON";
const notUtf8 = "the file is not in UTF-8: names with such letters are not right";

function jsonTaker(path: string, options: ForgeOptions, log: EventLog): LineTaker {
  const shapes = new LineShapes();
  let isTold = false;
  const take: LineTaker["take"] = (bytes, from, end, line) => {
    let value: unknown;
    if (!isTold && !isUtf8(bytes.subarray(from, end))) {
      isTold = true;
      log.refuse(notUtf8, path, line, true);
    }
    try {
      value = shapes.parse(bytes, line === 1 ? afterMark(bytes, from, end) : from, end);
    } catch {
      if (bytes.toString("utf8", from, end).trim() !== "") log.refuse(notJson, path, line);
      return;
    }
    for (const record of readRecord(value, options)) log.take(record, path, line);
  };
  return { take, end: () => undefined };
}

/** Past a byte-order mark. */
function afterMark(bytes: Buffer, from: number, end: number): number {
  const isMarked = end - from >= 3 && bytes.readUIntBE(from, 3) === 0xefbbbf;
  return isMarked ? from + 3 : from;
}

function csvTaker(path: string, options: ForgeOptions, log: EventLog): LineTaker {
  let heading: readonly string[] | null = null;
  let isTold = false;
  const records = new CsvRecords((cells, line) => {
    if (cells === null) log.refuse("a quote is not closed", path, line);
    else if (heading === null) heading = cells.map((cell) => cell.toLowerCase());
    else if (cells.length !== heading.length)
      log.refuse(
        `${String(cells.length)} cells where the heading has ${String(heading.length)}`,
        path,
        line,
      );
    else {
      const named: Json = Object.fromEntries(heading.map((name, index) => [name, cells[index]]));
      for (const record of readRecord(named, options)) log.take(record, path, line);
    }
  });
  return {
    take: (bytes, from, end, line) => {
      const text = bytes.toString("utf8", from, end);
      if (!isTold && text.includes("\uFFFD")) {
        isTold = true;
        log.refuse(notUtf8, path, line, true);
      }
      records.push(text.replace(/\r$/, "").replace(/^\uFEFF/, ""), line);
    },
    end: () => records.end(),
  };
}

/** A `.json` file may hold one record a line, too: then its first line parses by itself. */
async function isWholeJson(path: string): Promise<boolean> {
  const head = (await readBeginning(path, 65_536)).toString("utf8");
  if (head.trimStart().startsWith("[")) return true;
  const first = head.slice(0, Math.max(0, head.indexOf("\n")));
  try {
    parseJson(first);
    return false;
  } catch {
    return true; // a value spread over lines, or no line at all
  }
}

async function readWhole(path: string, options: ForgeOptions, log: EventLog): Promise<void> {
  const content = await readPlainFile(path, largestList);
  if (content === null)
    return log.refuse("a JSON list above 64 MB: write one record a line (NDJSON)", path, 0);
  let value: unknown;
  const { text, encoding } = decodedText(content);
  if (encoding === "windows-1252") log.refuse(notUtf8, path, 0, true);
  try {
    const several = jsonSequence(text);
    value = several === null ? parseJson(text) : several.flatMap((one): unknown => parseJson(one));
  } catch (error) {
    return log.refuse(`not JSON: ${withoutQuotes(messageOf(error))}`, path, 0);
  }
  const records: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const [index, one] of records.entries())
    for (const record of readRecord(one, options)) log.take(record, path, index + 1);
}
