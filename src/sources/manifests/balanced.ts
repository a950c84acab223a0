import { blockCommentEnd } from "./block-comment.ts";

/** A piece of text between brackets that belong together, with the offset at which it begins. */
export interface Enclosed {
  readonly text: string;
  readonly start: number;
}

const longest = 2_000;

/** What stands behind an opening bracket at `start`, up to the one that closes it; texts in quotes are passed over. Null: it never closes. */
export function enclosed(text: string, start: number, limit = longest): Enclosed | null {
  let depth = 0;
  for (let at = start; at < text.length && at - start < limit; at++) {
    const character = text.charAt(at);
    if (character === '"') at = quoteEnd(text, at);
    else if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) {
      depth--;
      if (depth === 0) return { text: text.slice(start + 1, at), start: start + 1 };
    }
  }
  return null;
}

function quoteEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (character === '"' || character === "\n") return at;
  }
  return text.length;
}

/** Text with comments blanked, so that offsets and lines stay: `//` and block comments as Swift has them, or `#`. Marks within quotes are no comments. */
export function blankComments(text: string, style: "slashes" | "hash" | "percent"): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '"') {
      at = quoteEnd(text, at);
      continue;
    }
    const end = commentEnd(text, at, style);
    if (end === null) continue;
    parts.push(text.slice(kept, at), text.slice(at, end).replace(/[^\n]/g, " "));
    kept = end;
    at = end - 1;
  }
  return parts.join("") + text.slice(kept);
}

function commentEnd(
  text: string,
  at: number,
  style: "slashes" | "hash" | "percent",
): number | null {
  if (style === "slashes" && text.startsWith("/*", at))
    return blockCommentEnd(text, at, true) ?? text.length;
  const mark = style === "slashes" ? "//" : style === "hash" ? "#" : "%";
  if (!text.startsWith(mark, at)) return null;
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}
