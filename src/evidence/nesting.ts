/** Deeper nesting would exhaust the stack of recursive parsers: V8 then aborts the process, which nothing can catch. */
export const deepestNesting = 200;

const tab = 9;
const lineFeed = 10;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const quote = 39;
const comma = 44;
const openList = 91;
const backslash = 92;
const closeList = 93;
const openMap = 123;
const closeMap = 125;

/** A block sequence or explicit key in one another on one line, with or without tags and anchors between. */
const blockRun = /^[ \t]{0,400}(?:(?:[-?]|[!&][^\s]{0,100})[ \t]{1,400}){200}/m;
const deepIndent = /^ {400}/m;

/** For ends of strings that have none: each goes through the whole rest. Beyond them nothing is sure. */
const mostSearches = 50;

/**
 * May a parser of YAML (or JSON, which YAML holds) meet more than `deepestNesting` levels in this text? Brackets in what is
 * surely a string or a comment do not count; where it is not sure, opening ones count and closing ones do not: a text that
 * is refused wrongly is named, one that is let through wrongly ends the process. Linear in the text.
 */
export function nestsTooDeeply(text: string): boolean {
  if (deepIndent.test(text) || blockRun.test(text)) return true;
  let depth = 0;
  let searches = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === openList || code === openMap) {
      depth++;
      if (depth > deepestNesting) return true;
    } else if (code === closeList || code === closeMap) {
      if (depth > 0 && searches < mostSearches) depth--;
    } else if (code === hash) {
      if (isBlankBefore(text, at)) at = endOfLine(text, at);
    } else if (code === doubleQuote || code === quote) {
      const start = startOf(text, at);
      if (start === "inside a word") continue;
      if (searches === mostSearches) continue;
      const end = endOfString(text, at, code);
      if (end === -1) {
        searches++;
        continue;
      }
      if (start === "perhaps") depth += opensIn(text, at + 1, end);
      if (depth > deepestNesting) return true;
      at = end;
    }
  }
  return false;
}

type Start = "surely" | "perhaps" | "inside a word";

/** Does a string begin at this quotation mark? */
function startOf(text: string, at: number): Start {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  if (before < 0) return "surely";
  const code = text.charCodeAt(before);
  if (code === openList || code === openMap || code === comma) return "surely";
  const isApart = before < at - 1;
  if (isApart && /[:?\n-]/.test(text[before] ?? "")) return "surely";
  if (code === lineFeed) return "surely";
  return isApart || !/[\p{L}\p{N}_]/u.test(text[before] ?? "") ? "perhaps" : "inside a word";
}

/** Where the string ends; -1 if it never does. */
function endOfString(text: string, from: number, mark: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash && mark === doubleQuote) at++;
    else if (code === mark) {
      if (mark === quote && text.charCodeAt(at + 1) === quote) at++;
      else return at;
    }
  }
  return -1;
}

function opensIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === openList || code === openMap) count++;
  }
  return count;
}

function isBlankBefore(text: string, at: number): boolean {
  return at === 0 || isBlank(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === lineFeed;
}

function isBlank(code: number): boolean {
  return code === space || code === tab;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}
