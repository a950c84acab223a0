import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodedText, noTextKind, wideEncoding } from "#evidence/decoded-text.ts";
import { messageOf } from "#kernel/errors.ts";
import { readBeginning, readInPieces, readPlainFile } from "#kernel/plain-file.ts";
import {
  beginsWithRecord,
  csvTaker,
  EntryLines,
  type EntrySink,
  jsonTaker,
  notJson,
  takeWhole,
} from "./event-entries.ts";
import type { EventLog } from "./event-log.ts";
import type { ForgeOptions } from "./forges.ts";
import { readRecord } from "./read-record.ts";

/** A JSON list above this is refused: lists are read whole, lines are not. */
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
  const sink = sinkOf(path, options, log);
  const lines = new EntryLines(/\.csv$/i.test(path) ? csvTaker(sink) : jsonTaker(sink), sink);
  const chunks = isWide ? await decodedBytes(path, log) : readInPieces(path, 1 << 20, signal);
  for await (const bytes of chunks) lines.push(bytes);
  const before = log.refused.length;
  const last = lines.end();
  // The last line without a newline counts when it is whole; otherwise its writer was stopped.
  if (last !== null && log.refused.length > before && log.refused.at(-1)?.reason === notJson) {
    log.refused.pop();
    log.refuse("the last line is half written", path, last);
  }
}

function sinkOf(path: string, options: ForgeOptions, log: EventLog): EntrySink {
  return {
    take: (value, line) => {
      for (const record of readRecord(value, options)) log.take(record, path, line);
    },
    refuse: (reason, line, isKept) => log.refuse(reason, path, line, isKept),
  };
}

/** A file in UTF-16, as UTF-8: it is read whole, and nothing of it where it is too large for that. */
async function decodedBytes(path: string, log: EventLog): Promise<Buffer[]> {
  const bytes = await readPlainFile(path, largestList);
  if (bytes !== null) return [Buffer.from(decodedText(bytes).text)];
  log.refuse("a file in UTF-16 above 64 MB: write it in UTF-8", path, 0);
  return [];
}

/** A `.json` file may hold one record a line, too. */
async function isWholeJson(path: string): Promise<boolean> {
  return !beginsWithRecord((await readBeginning(path, 65_536)).toString("utf8"));
}

async function readWhole(path: string, options: ForgeOptions, log: EventLog): Promise<void> {
  const content = await readPlainFile(path, largestList);
  if (content === null)
    log.refuse("a JSON list above 64 MB: write one record a line (NDJSON)", path, 0);
  else takeWhole(content, sinkOf(path, options, log));
}
