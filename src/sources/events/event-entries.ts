import { isUtf8 } from "node:buffer";
import { decodedText } from "#evidence/decoded-text.ts";
import { withoutQuotes } from "#evidence/without-persons.ts";
import { messageOf } from "#kernel/errors.ts";
import { parseJson } from "#kernel/json-text.ts";
import { LineReader } from "../git/line-reader.ts";
import { jsonSequence } from "../json-sequence.ts";
import { CsvRecords } from "./csv-records.ts";
import type { Json } from "./fields.ts";
import { LineShapes } from "./line-shapes.ts";

/** Longer lines are refused; they are read whole. */
const longestLine = 1024 * 1024;

/** Told what a text of events holds, entry by entry. */
export interface EntrySink {
  /** `value` is valid until the next entry; `line` is its line, of a JSON list its number. */
  take(value: unknown, line: number): void;
  /** `isKept`: it counts all the same, and is only remarkable. */
  refuse(reason: string, line: number, isKept?: boolean): void;
}

interface LineTaker {
  readonly take: (bytes: Buffer, from: number, end: number, line: number) => void;
  /** After the last line. */
  readonly end: () => void;
}

export const notJson = "the line is not JSON";
const notUtf8 = "the file is not in UTF-8: names with such letters are not right";

/** One record a line (NDJSON). */
export function jsonTaker(sink: EntrySink): LineTaker {
  const shapes = new LineShapes();
  let isTold = false;
  const take: LineTaker["take"] = (bytes, from, end, line) => {
    let value: unknown;
    if (!isTold && !isUtf8(bytes.subarray(from, end))) {
      isTold = true;
      sink.refuse(notUtf8, line, true);
    }
    try {
      value = shapes.parse(bytes, line === 1 ? afterMark(bytes, from, end) : from, end);
    } catch {
      if (bytes.toString("utf8", from, end).trim() !== "") sink.refuse(notJson, line);
      return;
    }
    sink.take(value, line);
  };
  return { take, end: () => undefined };
}

/** Past a byte-order mark. */
function afterMark(bytes: Buffer, from: number, end: number): number {
  const isMarked = end - from >= 3 && bytes.readUIntBE(from, 3) === 0xefbbbf;
  return isMarked ? from + 3 : from;
}

/** A row for each record, below a heading. */
export function csvTaker(sink: EntrySink): LineTaker {
  let heading: readonly string[] | null = null;
  let isTold = false;
  const records = new CsvRecords((cells, line) => {
    if (cells === null) sink.refuse("a quote is not closed", line);
    else if (heading === null) heading = cells.map((cell) => cell.toLowerCase());
    else if (cells.length !== heading.length)
      sink.refuse(
        `${String(cells.length)} cells where the heading has ${String(heading.length)}`,
        line,
      );
    else {
      const named: Json = Object.fromEntries(heading.map((name, index) => [name, cells[index]]));
      sink.take(named, line);
    }
  });
  return {
    take: (bytes, from, end, line) => {
      const text = bytes.toString("utf8", from, end);
      if (!isTold && text.includes("\uFFFD")) {
        isTold = true;
        sink.refuse(notUtf8, line, true);
      }
      records.push(text.replace(/\r$/, "").replace(/^\uFEFF/, ""), line);
    },
    end: () => records.end(),
  };
}

/** Reads a text line by line, in pieces of any length. */
export class EntryLines {
  private readonly reader: LineReader;
  private readonly taker: LineTaker;
  /** Of the line that has not ended. */
  private pending = 0;
  private line = 0;
  private isDropping = false;

  constructor(taker: LineTaker, sink: EntrySink) {
    this.taker = taker;
    this.reader = new LineReader((bytes, from, to) => {
      this.line++;
      if (this.isDropping || to - from > longestLine) {
        this.isDropping = false;
        sink.refuse("the line is longer than 1 MB", this.line);
      } else taker.take(bytes, from, to, this.line);
    });
  }

  push(bytes: Buffer): void {
    const newline = bytes.lastIndexOf(10);
    this.pending = newline < 0 ? this.pending + bytes.length : bytes.length - newline - 1;
    // A line without end is not kept: its first megabyte is pushed, the rest of it is passed over.
    if (newline >= 0 || this.pending <= longestLine) this.reader.push(bytes);
    else this.isDropping = true;
  }

  /** Gives the number of the last line where that has no end of its own; null: it has one. */
  end(): number | null {
    this.reader.end();
    this.taker.end();
    return this.pending > 0 ? this.line : null;
  }
}

/** A JSON list, one value, or several after one another: read whole. */
export function takeWhole(content: Buffer, sink: EntrySink): void {
  let value: unknown;
  const { text, encoding } = decodedText(content);
  if (encoding === "windows-1252") sink.refuse(notUtf8, 0, true);
  try {
    const several = jsonSequence(text);
    value = several === null ? parseJson(text) : several.flatMap((one): unknown => parseJson(one));
  } catch (error) {
    sink.refuse(`not JSON: ${withoutQuotes(messageOf(error))}`, 0);
    return;
  }
  const records: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const [index, one] of records.entries()) sink.take(one, index + 1);
}

/** Whether JSON that begins so holds one record a line: then its first line parses by itself. */
export function beginsWithRecord(head: string): boolean {
  if (head.trimStart().startsWith("[")) return false;
  const first = head.slice(0, Math.max(0, head.indexOf("\n")));
  try {
    parseJson(first);
    return true;
  } catch {
    return false; // a value spread over lines, or no line at all
  }
}
