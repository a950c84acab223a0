import type { CommentRule, LiteralRule } from "./compiled-profile.ts";

const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
const MAX_NESTING = 32;
/** A quote that may span lines but is not closed within so many bytes is taken to be a stray one. */
const STRAY_QUOTE_BYTES = 4096;

/** A template that is not closed within so many bytes was taken for one by mistake. */
const TEMPLATE_BYTES = 65_536;

export function startsWith(bytes: Uint8Array, at: number, what: Uint8Array): boolean {
  if (at + what.length > bytes.length) return false;
  for (let i = 0; i < what.length; i++) if (bytes[at + i] !== what[i]) return false;
  return true;
}

export function endOfLine(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(NEWLINE, at);
  return end < 0 ? bytes.length : end;
}

/** Index after the comment that opens at `at`; an unterminated one ends with the file. */
export function endOfComment(bytes: Uint8Array, at: number, rule: CommentRule): number {
  if (rule.close === null) return endOfLine(bytes, at);
  let depth = 1;
  let i = at + rule.open.length;
  // A close such as `\n=end` may begin with the line end right after the opening.
  while (i < bytes.length) {
    if (bytes[i] === rule.close[0] && startsWith(bytes, i, rule.close)) {
      i += rule.close.length;
      if (--depth === 0) return i;
    } else if (rule.nested && bytes[i] === rule.open[0] && startsWith(bytes, i, rule.open)) {
      i += rule.open.length;
      depth++;
    } else i++;
  }
  return bytes.length;
}

/** Index after the literal that opens at `at`, or -1 when the quote opens none. */
export function endOfLiteral(bytes: Uint8Array, at: number, literal: LiteralRule): number {
  const { rule, open, close } = literal;
  if (rule.character === true) return endOfCharacter(bytes, at, close);
  if (rule.interpolated === true) return endOfTemplate(bytes, at + 1, close[0]!);
  const isShortQuote = rule.multiline === true && open.length === 1;
  const first = close[0]!;
  let limit = isShortQuote ? Math.min(bytes.length, at + STRAY_QUOTE_BYTES) : bytes.length;
  let multiline = rule.multiline === true;
  for (;;) {
    let i = at + open.length;
    while (i < limit) {
      const byte = bytes[i]!;
      if (byte === BACKSLASH && rule.escape === "backslash") i += 2;
      else if (byte === first && startsWith(bytes, i, close)) {
        i += close.length;
        if (rule.escape !== "double" || bytes[i] !== first) return i;
        i++;
      } else if (byte === NEWLINE && !multiline) return i;
      else i++;
    }
    if (!isShortQuote || !multiline || limit === bytes.length) return Math.min(i, bytes.length);
    multiline = false;
    limit = bytes.length;
  }
}

function endOfCharacter(bytes: Uint8Array, at: number, close: Uint8Array): number {
  const isEscape = bytes[at + 1] === BACKSLASH;
  for (let i = at + (isEscape ? 3 : 2); i < at + 12 && i < bytes.length; i++) {
    if (bytes[i] === close[0]) return i + 1;
    if (!isEscape && bytes[i]! < 0x80) return -1;
  }
  return -1;
}

/** A template literal: `${ … }` inside may hold braces and further templates. One that never closes ends with its line. */
function endOfTemplate(bytes: Uint8Array, from: number, quote: number): number {
  // One entry for each open template: how many braces are open in its current `${`, 0 in its text.
  const braces = [0];
  let i = from;
  const limit = Math.min(bytes.length, from + TEMPLATE_BYTES);
  while (i < limit) {
    const top = braces.length - 1;
    const byte = bytes[i]!;
    if (byte === BACKSLASH) i++;
    else if (braces[top] === 0) {
      if (byte === quote) {
        braces.pop();
        if (top === 0) return i + 1;
      } else if (byte === 0x24 && bytes[i + 1] === 0x7b) {
        braces[top] = 1;
        i++;
      }
    } else if (byte === 0x7b) braces[top]!++;
    else if (byte === 0x7d) braces[top]!--;
    else if (byte === quote) {
      if (braces.length === MAX_NESTING) return i + 1;
      braces.push(0);
    }
    i++;
  }
  return endOfLine(bytes, from);
}

/** Index after a regular expression that opens at `at`, or -1 when the slash divides. */
export function endOfRegex(bytes: Uint8Array, at: number): number {
  let inSet = false;
  for (let i = at + 1; i < bytes.length && i < at + 1000; i++) {
    const byte = bytes[i]!;
    if (byte === NEWLINE) return -1;
    if (byte === BACKSLASH) i++;
    else if (byte === 0x5b) inSet = true;
    else if (byte === 0x5d) inSet = false;
    else if (byte === 0x2f && !inSet) return i === at + 1 ? -1 : i + 1;
  }
  return -1;
}

export interface Heredoc {
  /** The word that ends it, alone on its line. */
  readonly word: Uint8Array;
  /** Index after the opening. */
  readonly end: number;
}

/**
 * `<<~word`, `<<-'WORD'`, `<<WORD`, `<<<word`. Plain `<<` and `<<-` ask for upper case, so that a shift by a variable is none.
 */
export function heredocAt(bytes: Uint8Array, at: number, opening: string): Heredoc | null {
  for (let k = 0; k < opening.length; k++) if (bytes[at + k] !== 0x3c) return null;
  let i = at + opening.length;
  let isPlain = opening === "<<";
  if (bytes[i] === 0x7e || bytes[i] === 0x2d) isPlain = bytes[i++] === 0x2d;
  const quote = bytes[i] === 0x22 || bytes[i] === 0x27 ? bytes[i]! : 0;
  if (quote !== 0) i++;
  const start = i;
  while (isOfWord(bytes[i], isPlain, i > start)) i++;
  if (i === start || i - start > 60) return null;
  return { word: bytes.subarray(start, i), end: quote !== 0 && bytes[i] === quote ? i + 1 : i };
}

function isOfWord(byte: number | undefined, isUpper: boolean, isInside: boolean): boolean {
  if (byte === undefined) return false;
  if ((byte >= 0x41 && byte <= 0x5a) || byte === 0x5f) return true;
  if (isInside && byte >= 0x30 && byte <= 0x39) return true;
  return !isUpper && byte >= 0x61 && byte <= 0x7a;
}

/** Start of the line that closes the heredoc whose body begins at `at`; the file's end when none does. */
export function endOfHeredoc(bytes: Uint8Array, at: number, word: Uint8Array): number {
  let line = at;
  while (line < bytes.length) {
    let i = line;
    while (bytes[i] === 0x20 || bytes[i] === 0x09) i++;
    const end = i + word.length;
    const after = bytes[end];
    const isWordOver = after === undefined || after < 0x30 || after === 0x3b;
    if (isWordOver && startsWith(bytes, i, word)) return line;
    line = endOfLine(bytes, line) + 1;
  }
  return bytes.length;
}
