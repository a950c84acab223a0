import { parse } from "smol-toml";
import type { LockSink } from "./lock-sink.ts";
import { compareText, type LockReader, type SegmentGrammar } from "./segment-grammar.ts";
import { isRecord } from "../untrusted-value.ts";

const leftBracket = 91;
const dot = 46;
const lineFeed = 10;
const deepHeader = 64;

/**
 * Lock files in TOML (Cargo, poetry, uv): a `[[package]]` for each package, or a table of another name. A segment is such a table with its
 * sub-tables, or another table of the root. Each parses by itself, and together they say what the file says as long
 * as no key of the root but `package` stands in two of them.
 */
export function tomlReader(
  readPackage: (held: unknown, sink: LockSink) => void,
  table = "package",
): LockReader {
  const readAll = (packages: unknown, sink: LockSink): void => {
    if (Array.isArray(packages)) for (const held of packages) readPackage(held, sink);
  };
  const grammar: SegmentGrammar = {
    initial: "",
    startsSegment: (content, at) => content[at] === leftBracket && !isSubTable(content, at),
    read: (segment, context, sink) => {
      const root = parseOrNull(segment);
      if (root === null) return null;
      for (const key of Object.keys(root)) if (key !== table) sink.claim(key);
      const packages = Object.hasOwn(root, table) ? root[table] : [];
      if (!Array.isArray(packages) || !segment.startsWith("[[") === packages.length > 0)
        return null;
      readAll(packages, sink);
      return context;
    },
    isComplete: () => true,
    sortKey: (head) => /\nname = "([^"]*)"/.exec(head)?.[1] ?? head,
    compare: compareText,
  };
  return {
    read: (text, sink) => {
      const root = parse(text);
      readAll(Object.hasOwn(root, table) ? root[table] : [], sink);
    },
    grammarOf: () => grammar,
  };
}

/** `[package.source]`, `[metadata.files]`: belongs to the table before. */
function isSubTable(content: Buffer, at: number): boolean {
  for (let next = at + 1; next < at + deepHeader; next++) {
    if (content[next] === dot) return true;
    if (content[next] === lineFeed || content[next] === undefined) return false;
  }
  return false;
}

function parseOrNull(text: string): Record<string, unknown> | null {
  try {
    const root: unknown = parse(text);
    return isRecord(root) ? root : null;
  } catch {
    return null;
  }
}
