import type { RubyToken } from "./ruby-tokens.ts";
import { isOp, isWord } from "./ruby-blocks.ts";

const here = /^#\{(?:__dir__|File\.dirname\(__FILE__\))\}\//;
/** Tokens; nobody writes a path like that, and each brace in it begins another statement. */
const longestExpression = 200;
const ends = new Set(["do", "if", "unless", "rescue"]);
/** `File.join(__dir__, "a", "b")`, `Pathname.new("a").join("b")`: other words may change what the literals mean. */
const known = new Set(
  "File Dir IO Pathname Kernel join expand_path dirname realpath read binread new to_s strip chomp freeze binding __dir__ __FILE__ encoding".split(
    " ",
  ),
);

/**
 * The path, from the folder of the file itself, that an expression builds of literals, `__dir__` and `__FILE__`; null where
 * it is computed otherwise. `next` is the first token behind the statement's expression.
 */
export function readPath(
  tokens: readonly RubyToken[],
  start: number,
): { readonly path: string | null; readonly next: number } {
  const parts: string[] = [];
  let isComputed = false;
  let next = start;
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.kind === "newline") break;
    if (next - start === longestExpression) return { path: null, next };
    if (token.kind === "word" && ends.has(token.text)) break;
    if (token.kind === "string") parts.push(token.isLiteral ? token.text : inFolder(token.text));
    else if (token.kind === "word" && !known.has(token.text)) isComputed = true;
  }
  const expression = tokens.slice(start, next);
  const isJoined = expression.some((one) => isWord(one, "join"));
  const path = isJoined ? parts.join("/") : (parts[0] ?? "");
  if (isComputed || path === "" || path.includes("#{") || /[*?\n]/.test(path))
    return { path: null, next };
  return { path: isFromFile(expression) ? path.replace(/^\.\.\//, "") : path, next };
}

/** `expand_path("../x", __FILE__)` counts the file itself as a folder. */
function isFromFile(expression: readonly RubyToken[]): boolean {
  return expression.some((one, at) => {
    const isFile = isWord(one, "__FILE__") && expression.some((all) => isWord(all, "expand_path"));
    return isFile && !(isOp(expression[at - 1], "(") && isWord(expression[at - 2], "dirname"));
  });
}

function inFolder(text: string): string {
  return text.replace(here, "");
}

/** `File.read(…)` and the like. */
export function readsFile(tokens: readonly RubyToken[], start: number): boolean {
  for (let at = start; at < start + 4; at += 1) {
    if (isWord(tokens[at], "read") || isWord(tokens[at], "binread")) return true;
    if (tokens[at]?.kind === "newline") return false;
  }
  return false;
}
