import { listNode, mapNode, scalarNode, type YamlNode } from "./yaml-node.ts";

/** A word or sentence that YAML reads as it stands; checked besides for `: ` and ` #`. */
const plainStart = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[^\s])/;
const quoted = /^"((?:[^"\\]|\\["\\/nt])*)"$|^'((?:[^']|'')*)'$/;
const quotedThenComment = /^("(?:[^"\\]|\\["\\/nt])*"|'(?:[^']|'')*')\s+#(.*)$/;
const escapes: ReadonlyMap<string, string> = new Map([
  ["\\n", "\n"],
  ["\\t", "\t"],
]);
const listThenComment = /^(\[[^[\]{}#]*\])(?:\s+#.*)?$/;
const mapThenComment = /^(\{[^[\]{}#]*\})(?:\s+#.*)?$/;
const innerValue = String.raw`(?:"([^"\\]*)"|'([^']*)'|([\w./$+~^][^,[\]{}:#"']*))\s*(?:,|$)`;
const listItem = new RegExp(String.raw`\s*${innerValue}`, "y");
const mapEntry = new RegExp(String.raw`\s*([A-Za-z_][\w./$-]*): +${innerValue}`, "y");

/** A value that stands on one line; null where more than a line has to be known to read it. */
export function inlineValue(written: string, line: number): YamlNode | null {
  const first = written[0];
  if (first === "[") return inlineList(written, line);
  if (first === "{") return inlineMap(written, line);
  if (first === '"' || first === "'") {
    const [, inside, comment] = quotedThenComment.exec(written) ?? [];
    const text = unquoted(inside ?? written);
    return text === null ? null : scalarNode(line, text, comment?.trim() ?? null);
  }
  const hash = written.indexOf(" #");
  const text = (hash === -1 ? written : written.slice(0, hash)).trimEnd();
  if (!isPlain(text)) return null;
  return scalarNode(line, text, hash === -1 ? null : written.slice(hash + 2).trim(), true);
}

function isPlain(text: string): boolean {
  return plainStart.test(text) && !text.includes(": ") && !text.endsWith(":");
}

function unquoted(written: string): string | null {
  const [, double, single] = quoted.exec(written) ?? [];
  if (double?.includes("\\") === true)
    return double.replaceAll(/\\./g, (one) => escapes.get(one) ?? one.slice(1));
  return double ?? single?.replaceAll("''", "'") ?? null;
}

/** `[main, 'v*']` of plain words and simple quotes. */
function inlineList(written: string, line: number): YamlNode | null {
  const inside = listThenComment.exec(written)?.[1]?.slice(1, -1);
  if (inside === undefined) return null;
  if (inside.trim() === "") return listNode(line, []);
  const found = allOf(listItem, inside);
  return found === null
    ? null
    : listNode(
        line,
        found.map(([, ...forms]) => flowScalar(line, forms)),
      );
}

/** The items of a list that has them on lines of their own: those on one line, the last with or without its comma. */
export function flowItems(written: string, line: number): readonly YamlNode[] | null {
  const inside = written.endsWith(",") ? written.slice(0, -1) : written;
  if (inside.trim() === "") return null;
  return allOf(listItem, inside)?.map(([, ...forms]) => flowScalar(line, forms)) ?? null;
}

/** `{ condition: service_healthy }`. */
function inlineMap(written: string, line: number): YamlNode | null {
  const inside = mapThenComment.exec(written)?.[1]?.slice(1, -1);
  if (inside === undefined) return null;
  if (inside.trim() === "") return mapNode(line, []);
  const found = allOf(mapEntry, inside);
  return found === null
    ? null
    : mapNode(
        line,
        found.map(([, name = "", ...forms]) => [name, flowScalar(line, forms)]),
      );
}

/** What a pattern matches one behind the other; null where something else stands between, or nothing behind the last comma. */
function allOf(pattern: RegExp, text: string): RegExpExecArray[] | null {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const next = pattern.exec(text);
    if (next === null) return null;
    found.push(next);
  }
  return text.trimEnd().endsWith(",") ? null : found;
}

function flowScalar(
  line: number,
  [double, single, plain]: readonly (string | undefined)[],
): YamlNode {
  const text = double ?? single ?? plain?.trimEnd() ?? "";
  return scalarNode(line, text, null, plain !== undefined);
}

/** A `#` begins a comment only behind a blank: plugins of pipelines are keys with their version, `docker#v5.1.0`. */
const key = /^(?:([A-Za-z0-9_$./](?:[\w $./@+()<>=^~-]|(?<! )#)*)|"([^"\\]*)"|'([^']*)'):(?:\s|$)/;

/** A key at the beginning of a line and how long it is with its colon; null where none stands there. */
export function inlineKey(
  written: string,
): { readonly text: string; readonly length: number } | null {
  const found = key.exec(written);
  if (found === null) return null;
  const text = found[1] ?? found[2] ?? found[3] ?? "";
  if (found[1]?.endsWith(" ") === true) return null;
  return { text, length: found[0].trimEnd().length };
}
