import { compareText, type SegmentGrammar } from "./segment-grammar.ts";
import type { LockSink } from "./lock-sink.ts";
import { bareWord, literal } from "./yarn-classic.ts";
import { readYarnEntry } from "./yarn-entry.ts";

/** How a generation of yarn writes its lines; all else about the two layouts is the same. */
interface YarnDialect {
  /** Keys of an entry and how many lines they take; null where the lines are no such header. */
  readHeader(lines: readonly string[]): { keys: readonly string[]; count: number } | null;
  /** Groups: indent, key, value in quotes, bare value. No value: lines one level deeper follow. */
  readonly property: RegExp;
}

/** Printable ASCII in double quotes, without escapes. */
const quoted = String.raw`"([ !#-\[\]-~]*)"`;
const classicKey = new RegExp(`^(?:${quoted}|(${bareWord}))(?:, (?=.)|$)`);
const berryWord = String.raw`[A-Za-z0-9(^~=<./](?:(?:(?![,\][{}:#])[ -~])*(?![,\][{}:#])[!-~])?`;
const berryHeader = new RegExp(`^${quoted}:$`);
const berryLongHeader = new RegExp(String.raw`^\? ${quoted}$`);
/** YAML allows no longer key before its colon. */
const longestKey = 1000;

const headLength = 600;
const classicHeader = /^# {0,9}yarn lockfile v1\r?$/im;

/** By the first bytes: yarn 1 says what the file is, yarn 2 and later begin with metadata. */
export function isClassicYarnLock(content: Buffer): boolean {
  const head = content.toString("latin1", 0, headLength);
  return classicHeader.test(head) || !/^__metadata:/m.test(head);
}

const classic: YarnDialect = {
  readHeader: ([line = ""]) => {
    const keys: string[] = [];
    let left = line.slice(0, -1);
    while (line.endsWith(":") && left !== "") {
      const found = classicKey.exec(left);
      if (found === null) return null;
      keys.push(found[1] ?? found[2] ?? "");
      left = left.slice(found[0].length);
    }
    return keys.length === 0 ? null : { keys, count: 1 };
  },
  property: new RegExp(
    `^( {2}| {4})(${quoted.replace("(", "(?:")}|${bareWord})(?: (?:${quoted}|((?!${literal}$)${bareWord}))|:)$`,
  ),
};

const berry: YarnDialect = {
  readHeader: ([line = "", next]) => {
    if (line === "__metadata:") return { keys: ["__metadata"], count: 1 };
    const key = berryHeader.exec(line)?.[1];
    if (key !== undefined && key.length <= longestKey) return { keys: [key], count: 1 };
    const longKey = next === ":" ? berryLongHeader.exec(line)?.[1] : undefined;
    return longKey === undefined ? null : { keys: [longKey], count: 2 };
  },
  property: new RegExp(
    String.raw`^( {2}| {4}| {6})(${quoted.replace("(", "(?:")}|[A-Za-z0-9][\w./-]*):(?: (?:${quoted}|(${berryWord})))?$`,
  ),
};

const noStart: ReadonlySet<number | undefined> = new Set([9, 10, 13, 32, 35, 58]);

/** An entry stands at the first column; blank lines and comments belong to what is before them. */
function yarnGrammar(dialect: YarnDialect): SegmentGrammar {
  return {
    initial: "start",
    startsSegment: (content, at) => !noStart.has(content[at]),
    read: (segment, context, sink) => {
      if (context === "start" && (segment.startsWith("#") || segment.startsWith("\n")))
        return isPreamble(segment) ? "entries" : null;
      return readEntry(dialect, segment, sink) ? "entries" : null;
    },
    isComplete: () => true,
    sortKey: (head) => head.replace(/^"/, "").split(/[\n,]/, 1)[0] ?? "",
    compare: compareText,
  };
}

function isPreamble(text: string): boolean {
  return text.endsWith("\n") && text.split("\n").every((line) => /^(?:#[ -~]+)?$/.test(line));
}

/** False where a line is not as yarn writes it, or the version does not stand exactly once. */
function readEntry(dialect: YarnDialect, segment: string, sink: LockSink): boolean {
  if (!segment.endsWith("\n")) return false;
  const lines = segment.trimEnd().split("\n");
  const header = dialect.readHeader(lines);
  if (header === null) return false;
  const versions: string[] = [];
  let [least, most] = [2, 2];
  for (const line of lines.slice(header.count)) {
    const [, indent = "", key, inQuotes, bare] = dialect.property.exec(line) ?? [];
    const value = inQuotes ?? bare;
    if (indent.length < least || indent.length > most) return false;
    least = value === undefined ? indent.length + 2 : 2;
    most = value === undefined ? indent.length + 2 : indent.length;
    if (indent.length === 2 && key === "version" && value !== undefined) versions.push(value);
  }
  if (least !== 2 || versions.length !== 1 || lines.length === header.count) return false;
  for (const key of header.keys) {
    sink.claim(key);
    readYarnEntry(key, versions[0], sink);
  }
  return true;
}

export const classicGrammar = yarnGrammar(classic);
export const berryGrammar = yarnGrammar(berry);
