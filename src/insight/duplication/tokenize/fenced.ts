import { endOfLine, startsWith } from "./bytes-at.ts";
import type { LiteralRule } from "./compiled-profile.ts";

const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
/** Pairs that are not closed within so many bytes are none. */
const LONGEST_PAIRS = 1024;

/** One whose pairs count, such as `%r{a{2}}`; never closed within a stray quote's length it ends with its line. */
export function endOfPairs(bytes: Uint8Array, at: number, { open, close }: LiteralRule): number {
  const [opening, closing] = [open.at(-1), close[0]];
  let depth = 1;
  const limit = Math.min(bytes.length, at + LONGEST_PAIRS);
  for (let i = at + open.length; i < limit; i++) {
    if (bytes[i] === BACKSLASH) i++;
    else if (bytes[i] === opening) depth++;
    else if (bytes[i] === closing && --depth === 0) return i + 1;
  }
  return endOfLine(bytes, at);
}

const PARENTHESIS = 0x28;
const HASH = 0x23;
const QUOTE = 0x22;
const EQUALS = 0x3d;

/** Literals that end with what they began with. An unterminated one ends with the file, or with its line where it may have one. */
export function endOfFenced(
  bytes: Uint8Array,
  at: number,
  { open, rule }: LiteralRule,
  fence: NonNullable<LiteralRule["rule"]["fence"]>,
): number {
  let i = at + open.length;
  let close: number[] = [];
  let isMultiline = rule.multiline === true;
  if (fence === "parenthesis") {
    const name = i;
    while (i - name < 16 && isOfDelimiter(bytes[i])) i++;
    if (bytes[i] !== PARENTHESIS) return -1;
    close = [0x29, ...bytes.subarray(name, i), QUOTE];
    i++;
  } else {
    const byte = fence === "quotes" ? QUOTE : fence === "hashes" ? HASH : EQUALS;
    const begin = i;
    while (bytes[i] === byte && i - begin < 250) i++;
    if (fence === "quotes") close = Array<number>(3 + i - begin).fill(QUOTE);
    else if (fence === "equals") {
      if (bytes[i] !== 0x5b) return -1;
      close = [0x5d, ...Array<number>(1 + i - begin).fill(EQUALS), 0x5d];
      i++;
    } else {
      if (bytes[i] !== QUOTE) return -1;
      const isTriple = !isMultiline && bytes[i + 1] === QUOTE && bytes[i + 2] === QUOTE;
      const quotes = isTriple ? 3 : 1;
      isMultiline ||= isTriple;
      close = [...Array<number>(quotes).fill(QUOTE), ...Array<number>(1 + i - begin).fill(HASH)];
      i += quotes;
    }
  }
  const ending = Uint8Array.from(close);
  for (; i < bytes.length; i++) {
    if (bytes[i] === NEWLINE && !isMultiline) return i;
    if (bytes[i] === ending[0] && startsWith(bytes, i, ending)) return i + ending.length;
  }
  return bytes.length;
}

/** Any of the basic character set but blanks, parentheses and backslashes. */
function isOfDelimiter(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    byte > 0x20 &&
    byte < 0x7f &&
    byte !== PARENTHESIS &&
    byte !== 0x29 &&
    byte !== BACKSLASH &&
    byte !== QUOTE
  );
}
