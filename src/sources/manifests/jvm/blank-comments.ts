import { blockCommentEnd } from "../block-comment.ts";

/**
 * Replaces the comments of Groovy, Kotlin and Scala by nothing but their newlines, so that lines keep their numbers.
 * Strings are left alone. One pass. `nests`: as in `blockCommentEnd`.
 */
export function blankComments(text: string, nests: boolean): string {
  const parts: string[] = [];
  let kept = 0;
  let at = 0;
  while (at < text.length) {
    const end = tokenEnd(text, at, nests);
    if (end === null) {
      at += 1;
      continue;
    }
    if (text[at] === "/") {
      parts.push(text.slice(kept, at), text.slice(at, end).replace(/[^\n]+/g, " "));
      kept = end;
    }
    at = end;
  }
  return parts.join("") + text.slice(kept);
}

/** Where the comment or string that begins here ends; null where neither begins. */
function tokenEnd(text: string, at: number, nests: boolean): number | null {
  const first = text[at];
  if (first === "/") {
    if (text[at + 1] === "/") return indexOrEnd(text, "\n", at);
    return text[at + 1] === "*" ? (blockCommentEnd(text, at, nests) ?? text.length) : null;
  }
  if (first !== '"' && first !== "'") return null;
  const triple = first.repeat(3);
  if (text.startsWith(triple, at)) return indexOrEnd(text, triple, at + 3) + 3;
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === "\\") end += 1;
    else if (text[end] === first) return end + 1;
    // An apostrophe in a symbol or a regular expression: no string after all.
    else if (text[end] === "\n") return at + 1;
  }
  return at + 1;
}

function indexOrEnd(text: string, searched: string, from: number): number {
  const found = text.indexOf(searched, from);
  return found === -1 ? text.length : found;
}
