import { deepestNesting } from "#evidence/nesting.ts";

const newline = 10;
const carriageReturn = 13;
const doubleQuote = 34;
const star = 42;
const slash = 47;
const openList = 91;
const backslash = 92;
const closeList = 93;
const openMap = 123;
const closeMap = 125;

/**
 * May a parser of JSON, with comments or without, meet more than `deepestNesting` levels in this text? A bracket that
 * closes another kind than was opened last closes nothing, as it does for a parser that goes on after mistakes. Linear.
 */
export function jsonNestsTooDeeply(text: string): boolean {
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === openList || code === openMap) {
      open.push(code === openList ? closeList : closeMap);
      if (open.length > deepestNesting) return true;
    } else if (code === closeList || code === closeMap) {
      if (open.at(-1) === code) open.pop();
    } else if (code === doubleQuote) at = endOfString(text, at + 1);
    else if (code === slash) at = endOfComment(text, at);
  }
  return false;
}

/** At its quotation mark, or where the line ends that it does not end on. */
function endOfString(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === doubleQuote || isLineBreak(code)) return at;
  }
  return at;
}

function endOfComment(text: string, from: number): number {
  const next = text.charCodeAt(from + 1);
  if (next === slash) {
    let at = from;
    while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
    return at;
  }
  if (next !== star) return from;
  const end = text.indexOf("*/", from + 2);
  return end === -1 ? text.length : end + 1;
}

function isLineBreak(code: number): boolean {
  return code === newline || code === carriageReturn;
}
