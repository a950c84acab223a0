import type { ScriptNode } from "./script-nodes.ts";
import { groupOf, isSign } from "./script-statements.ts";

const longest = 300;
const asText =
  /(?:\.(?:get|getOrNull|toString|asProvider|trim|asString|value|orNull|id|pluginId|toLowerCase)(?:\(\))?|!!)$/;
const property =
  /(?:^|\.)(?:property|findProperty|gradleProperty|getProperty|systemProperty|get|named)\(["']([^"']{1,200})["']\)(?:asString)?$/;
const catalogEntry = /\.find(Library|Version|Plugin|Bundle)\(["']([^"']{1,200})["']\)$/;
const owners =
  /^(?:(?:rootProject|project|this|extra|ext|parent|gradle|properties|settings|providers)(?:\.|(?=\[)))+/;

/** Name under which any catalog of the build may hold an entry. */
export const anyCatalog = "*";

/**
 * The name that an expression asks for, as definitions have it: `rootProject.ext.versions["rail"]` → `versions.rail`,
 * `project.property("rail")` → `rail`, `libs.rail.get()` → `libs.rail`. What is no name stays as it is written.
 */
export function nameAsked(expression: string): string {
  // A copy: the expression is a part of the file's text and would keep all of that in memory.
  const key = ` ${expression}`;
  const before = asked.get(key);
  if (before !== undefined) return before;
  const name = nameOf(key.slice(1));
  if (asked.size >= mostAsked) asked.clear();
  asked.set(key, name);
  return name;
}

/** Versions of a build ask for the same names again and again; the limit keeps hostile ones from filling memory. */
const asked = new Map<string, string>();
const mostAsked = 5_000;

function nameOf(expression: string): string {
  let name = expression
    .slice(0, longest)
    .replace(/\s{1,300}/g, "")
    .replace(/[?]\./g, ".")
    .replace(/as[?]?String$/, "");
  for (let round = 0; round < 4 && asText.test(name); round += 1) name = name.replace(asText, "");
  const [, kind, alias] = catalogEntry.exec(name) ?? [];
  if (kind !== undefined && alias !== undefined) {
    const table = kind === "Library" ? "" : `${kind.toLowerCase()}s.`;
    return `${anyCatalog}.${table}${catalogAlias(alias)}`;
  }
  if (/^(?:(?:project\.)?rootDir|rootProject\.(?:projectDir|rootDir)|settingsDir)$/.test(name))
    return "rootDir";
  const own = /^(rootProject|project|this)?\.?(name|group|version|description)$/.exec(name);
  if (own?.[2] !== undefined) return own[1] === "rootProject" ? `rootProject.${own[2]}` : own[2];
  name = property.exec(name)?.[1] ?? name;
  name = name.replace(owners, "");
  return name
    .replace(/\[["']([^"'\]]{1,200})["']\]/g, ".$1")
    .replace(/^\./, "")
    .replace(/\(\)$/, "");
}

/** An alias of a version catalog as accessors spell it: `-` and `_` are dots. */
export function catalogAlias(alias: string): string {
  return alias.replace(/[-_]/g, ".");
}

/** Nodes as they might have been written, without spaces and blocks. */
export function written(nodes: readonly ScriptNode[]): string {
  let text = "";
  for (const node of nodes) {
    if (text.length > longest) break;
    if (node.kind === "text") text += JSON.stringify(node.value).replace(/[${}]/g, " ");
    else if (node.kind === "word" || node.kind === "sign")
      text +=
        text !== "" && node.kind === "word" && /\w$/.test(text) ? ` ${node.value}` : node.value;
    else if (node.kind === "group" && node.value === "(") text += `(${written(node.nodes)})`;
    else if (node.kind === "group" && node.value === "[") text += `[${written(node.nodes)}]`;
  }
  return text.slice(0, longest);
}

/** A string with the names that it takes in, as definitions have them. */
export function template(text: string): string {
  return text.includes("${")
    ? text.replace(/\$\{([^${}]{1,300})\}/g, (_whole, inner: string) => `\${${nameAsked(inner)}}`)
    : text;
}

/** The text that an expression stands for, with `${name}` for what is defined elsewhere; null where it is no text. */
export function valueOf(nodes: readonly ScriptNode[]): string | null {
  const parts = nodes.filter((node) => node.kind !== "break");
  if (parts.length === 0) return null;
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at <= parts.length; at += 1) {
    if (at < parts.length && !isSign(parts[at], "+")) continue;
    const piece = pieceOf(parts.slice(from, at));
    if (piece === null) return null;
    pieces.push(piece);
    from = at + 1;
  }
  const text = pieces.join("");
  return text.length > 2_000 ? null : text;
}

const noValue: ReadonlySet<string> = new Set(
  "true false null if when new try switch Nil None Seq List Some".split(" "),
);

function pieceOf(nodes: readonly ScriptNode[]): string | null {
  const [first, ...rest] = nodes;
  if (first === undefined) return null;
  if (first.kind === "text") {
    // `"1.0" as String`, `"1.0".toString()`; anything else is worked out by running code.
    return rest.length === 0 || /^(?:as\b|\.(?:toString|trim)\(\)$)/.test(written(rest))
      ? template(first.value)
      : null;
  }
  const inner = rest.length === 0 ? groupOf(first, "(") : null;
  if (inner !== null) return valueOf(inner.nodes);
  if (first.kind !== "word" || noValue.has(first.value)) return null;
  if (/^\d/.test(first.value)) return rest.length === 0 ? first.value : null;
  if (!isPath(nodes)) return null;
  const name = nameAsked(written(nodes));
  return isName(name) ? `\${${name}}` : null;
}

/** Words with dots between them, and calls: `a match { … }` and `a b` are none. */
function isPath(nodes: readonly ScriptNode[]): boolean {
  const end = nodes.findIndex((node) => node.kind === "word" && node.value === "as");
  return nodes.slice(0, end < 0 ? undefined : end).every((node, at) => {
    if (node.kind === "group") return node.value !== "{";
    const before = nodes[at - 1];
    if (node.kind === "word") return before === undefined || before.kind === "sign";
    return node.kind === "sign" && /^(?:\.|\?|!!)$/.test(node.value);
  });
}

/** Words and dots: what a definition may be called. */
export function isName(name: string): boolean {
  return /^(?:\*\.)?[A-Za-z_][\w.-]{0,200}$/.test(name);
}
