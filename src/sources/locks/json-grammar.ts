import { parseJson } from "#kernel/json-text.ts";
import type { LockSink } from "./lock-sink.ts";
import { compareText, type LockReader, type SegmentGrammar } from "./segment-grammar.ts";
import { isRecord } from "../untrusted-value.ts";

/** What a JSON lock file holds at its root: sections, each an object or a list of entries. */
export interface JsonFormat {
  /** Says which sections are read. */
  readonly isSection: (name: string) => boolean;
  /** Of these only the first that is there is read; the others repeat it for older programs. */
  readonly firstOf?: readonly string[];
  /** `key` is null in a list. */
  readEntry(section: string, key: string | null, value: unknown, sink: LockSink): void;
  readonly compare?: (first: string, second: string) => number;
}

const newline = 10;
const space = 32;
const tab = 9;
const comma = 44;
const openers: ReadonlySet<number | undefined> = new Set([91, 123]);
const closers: ReadonlySet<number | undefined> = new Set([93, 125]);
const secondLine = /^\{\n( {1,8}|\t)"/;

/** Read whole with JSON.parse; in segments where it is printed one entry below the other, indented evenly. */
export function jsonReader(format: JsonFormat): LockReader {
  const grammars = new Map<string, SegmentGrammar>();
  return {
    read: (text, sink) => readWhole(format, text, sink),
    grammarOf: (content) => {
      const indent = secondLine.exec(content.toString("latin1", 0, 16))?.[1];
      if (indent === undefined) return null;
      const known = grammars.get(indent) ?? jsonGrammar(format, indent);
      grammars.set(indent, known);
      return known;
    },
  };
}

function readWhole(format: JsonFormat, text: string, sink: LockSink): void {
  const root: unknown = parseJson(text);
  if (!isRecord(root)) throw new SyntaxError("not an object");
  const present = new Map(
    Object.entries(root).filter(
      ([section, held]) => format.isSection(section) && typeof held === "object" && held !== null,
    ),
  );
  const first = format.firstOf?.find((section) => present.has(section));
  for (const [section, held] of present) {
    if (format.firstOf !== undefined && section !== first) continue;
    if (Array.isArray(held)) for (const value of held) format.readEntry(section, null, value, sink);
    else if (isRecord(held))
      for (const [key, value] of Object.entries(held)) format.readEntry(section, key, value, sink);
  }
}

/**
 * Contexts: `start`, `root`, `end`, and inside a section `{name` or `[name`, each with the first section read so far.
 * Segments are whole members of the root or of a section, so that JSON.parse on each, with the commas between them
 * looked at, accepts what JSON.parse accepts of the whole.
 */
function jsonGrammar(format: JsonFormat, indent: string): SegmentGrammar {
  return {
    initial: "start",
    startsSegment: (content, at) => {
      let width = 0;
      while (isBlank(content[at + width])) width++;
      const first = content[at + width];
      if (first === newline) return false;
      // A bracket that closes an entry belongs to it.
      if (width === 2 * indent.length) return !closers.has(first);
      return width === 0 || width === indent.length;
    },
    joins: (content, at) => {
      let first = at;
      while (isBlank(content[first])) first++;
      const isCloser = closers.has(content[first]);
      const before = content[at - 2];
      return openers.has(before) || before === comma ? !isCloser : isCloser;
    },
    read: (segment, context, sink) => {
      const [place = "", seen = ""] = context.split("\n");
      const text = segment.endsWith("\n") ? segment.slice(0, -1) : segment;
      // A blank line would come between this segment's comma and the look that the next one takes back at it.
      if (place === "end" || text.trimEnd() !== text) return null;
      if (place === "start") return text === "{" ? `root\n${seen}` : null;
      if (place === "root") return readMember(format, indent, text, seen, sink);
      return readInSection(format, indent, text, place, seen, sink);
    },
    isComplete: (context) => context.startsWith("end"),
    sortKey: (head) =>
      (/^\s*"([^"]*)"/.exec(head) ?? /^\s*\{\s*"name": ?"([^"]*)"/.exec(head))?.[1] ?? head,
    compare: format.compare ?? compareText,
  };
}

function readMember(
  format: JsonFormat,
  indent: string,
  text: string,
  seen: string,
  sink: LockSink,
): string | null {
  if (text === "}") return `end\n${seen}`;
  if (!text.startsWith(`${indent}"`)) return null;
  const opening = /^\s*("[^"\\]*") ?: ([[{])$/.exec(text);
  if (opening === null) return readInline(format, parse(`{${text.replace(/,$/, "")}}`), seen, sink);
  const section: unknown = parse(opening[1] ?? "");
  if (typeof section !== "string") return null;
  sink.claim(section);
  return openSection(format, `${opening[2]}${section}`, section, seen);
}

/** A member on one line, or one of no interest. A section that is read stands on one line only when it is empty. */
function readInline(
  format: JsonFormat,
  members: unknown,
  seen: string,
  sink: LockSink,
): string | null {
  if (!isRecord(members)) return null;
  let context: string | null = `root\n${seen}`;
  for (const [key, value] of Object.entries(members)) {
    sink.claim(key);
    if (!format.isSection(key) || typeof value !== "object" || value === null) continue;
    if (Object.keys(value).length > 0 || context !== `root\n${seen}`) return null;
    context = openSection(format, "root", key, seen);
  }
  return context;
}

function openSection(
  format: JsonFormat,
  place: string,
  section: string,
  seen: string,
): string | null {
  const rank = format.firstOf?.indexOf(section) ?? -1;
  if (format.firstOf === undefined || rank === -1) return `${place}\n${seen}`;
  if (seen === "") return `${place}\n${section}`;
  return rank > format.firstOf.indexOf(seen) ? `${place}\n${seen}` : null;
}

function readInSection(
  format: JsonFormat,
  indent: string,
  member: string,
  place: string,
  seen: string,
  sink: LockSink,
): string | null {
  const text = member.replace(/,$/, "");
  const isList = place.startsWith("[");
  const section = place.slice(1);
  if (!text.startsWith(indent)) return null;
  if (text === `${indent}${isList ? "]" : "}"}`) return `root\n${seen}`;
  // A comma by itself would leave nothing, which is JSON between brackets.
  if (!text.startsWith(indent + indent) || text.trim() === "") return null;
  const isRead = format.isSection(section) && (format.firstOf === undefined || section === seen);
  const held = parse(isList ? `[${text}]` : `{${text}}`);
  if (Array.isArray(held)) {
    if (isRead) for (const value of held) format.readEntry(section, null, value, sink);
  } else if (isRecord(held)) {
    for (const [key, value] of Object.entries(held)) {
      sink.claim(`${section}\n${key}`);
      if (isRead) format.readEntry(section, key, value, sink);
    }
  } else return null;
  return `${place}\n${seen}`;
}

function isBlank(byte: number | undefined): boolean {
  return byte === space || byte === tab;
}

/** Undefined, which JSON cannot hold, where the text is not JSON. */
function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
