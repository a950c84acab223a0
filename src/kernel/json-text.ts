/** More levels than any tool writes; who goes down them counts for themselves. A parser keeps 70 bytes for each, and takes a microsecond. */
const deepest = 20_000;

const doubleQuote = 34;
const openList = 91;
const backslash = 92;
const closeList = 93;
const openMap = 123;
const closeMap = 125;

/**
 * `JSON.parse` for texts of strangers: megabytes of brackets would cost it gigabytes and minutes, outside of every limit of
 * memory. Throws SyntaxError, for those as well.
 */
export function parseJson(text: string): unknown {
  if (isDeep(text)) throw new SyntaxError(`nested more than ${String(deepest)} levels deep`);
  return JSON.parse(text);
}

/** What a text says as JSON; what is no JSON reads as undefined, which no schema accepts. */
export function jsonIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Right up to where a parser would find the first mistake and stop. Linear. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === doubleQuote) {
      at = endOfString(text, at + 1);
      if (at === -1) return false;
    } else if (code === openList || code === openMap) {
      if (++depth > deepest) return true;
    } else if (code === closeList || code === closeMap) depth--;
  }
  return false;
}

/** Place of the quotation mark; -1: there is none. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (before >= from && text.charCodeAt(before) === backslash) before--;
    if ((end - 1 - before) % 2 === 0) return end;
  }
  return -1;
}
