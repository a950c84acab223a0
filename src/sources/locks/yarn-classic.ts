import { parseJson } from "#kernel/json-text.ts";

/** What yarn 1 reads without quotes: a word, up to white space, colon or comma. Shared with the reading by difference. */
export const bareWord = String.raw`[A-Za-z0-9/._@~^<>=*-][^\s:,"]*`;

/** A word without quotes that is no text. */
export const literal = "(?:null|true|false)";

const isLiteral = new RegExp(`^${literal}$`);
const quotedOrBare = new RegExp(String.raw`"((?:[^"\\\n]|\\.)*)"|(${bareWord})`, "y");
const separator = /[ \t]*,[ \t]*/y;
const colon = /[ \t]*:?/y;
const rest = /[ \t]*(?:#[^\n]*)?$/y;
const indentation = /^ */;

interface Line {
  readonly indent: number;
  readonly keys: readonly string[];
  /** Undefined: lines one level deeper follow. Null: no text. */
  readonly value: string | null | undefined;
}

/**
 * A yarn.lock of yarn 1, as its own parser reads it: for each key of an entry (`ovens@^1.0.0`) the version; of equal keys the
 * last one counts. Throws SyntaxError on any line that is none of its own.
 */
export function parseClassicYarnLock(text: string): Map<string, string> {
  const versions = new Map<string, string>();
  let entry: readonly string[] = [];
  let deepest = 0;
  for (const [index, written] of text.split("\n").entries()) {
    const line = readLine(written.endsWith("\r") ? written.slice(0, -1) : written, index + 1);
    if (line === null) continue;
    const { indent, keys, value } = line;
    if (indent > deepest) throw new SyntaxError(`line ${index + 1} is indented too far`);
    deepest = value === undefined ? indent + 2 : indent;
    if (indent === 0) {
      entry = value === undefined ? keys : [];
      for (const key of keys) versions.delete(key);
    } else if (indent === 2 && keys.includes("version"))
      for (const key of entry) {
        if (typeof value === "string") versions.set(key, value);
        else versions.delete(key);
      }
  }
  return versions;
}

/** Null where the line is blank or a comment. */
function readLine(line: string, number: number): Line | null {
  const indent = indentation.exec(line)?.[0].length ?? 0;
  if (indent === line.length || line[indent] === "#" || line.trim() === "") return null;
  const refuse = (): never => {
    throw new SyntaxError(`line ${number} is not of a yarn.lock`);
  };
  if (indent % 2 !== 0) refuse();
  const keys: string[] = [];
  let at = indent;
  for (;;) {
    const found = match(quotedOrBare, line, at) ?? refuse();
    keys.push(found[1] === undefined ? (found[2] ?? "") : unquoted(found[0]));
    at += found[0].length;
    const comma = match(separator, line, at);
    if (comma === null) break;
    at += comma[0].length;
  }
  const end = match(colon, line, at)?.[0] ?? "";
  at += end.length;
  while (line[at] === " " || line[at] === "\t") at++;
  const value = match(quotedOrBare, line, at);
  if (value === null) {
    if (!end.endsWith(":") || match(rest, line, at) === null) refuse();
    return { indent, keys, value: undefined };
  }
  if (match(rest, line, at + value[0].length) === null) refuse();
  const bare = value[2];
  if (bare === undefined) return { indent, keys, value: unquoted(value[0]) };
  return { indent, keys, value: isLiteral.test(bare) ? null : bare };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function unquoted(text: string): string {
  const value: unknown = text.includes("\\") ? parseJson(text) : text.slice(1, -1);
  return String(value);
}
