import { endOfLine, startsWith } from "./bytes-at.ts";
import type { CommentRule, LiteralRule, OpeningRule } from "./compiled-profile.ts";
import { endOfFenced, endOfPairs } from "./fenced.ts";

const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
/** A quote that may span lines but is not closed within so many bytes is taken to be a stray one. */
const STRAY_QUOTE_BYTES = 4096;
const MAX_NESTING = 32;
/** A literal that is not closed within so many bytes was taken for one by mistake. */
const LONGEST = 65_536;
const LONGEST_LINE = 4096;

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
export function endOfLiteral(
  bytes: Uint8Array,
  at: number,
  literal: LiteralRule,
  holes: Holes,
): number {
  const { rule, open, close } = literal;
  if (rule.whole === true) return at + open.length;
  if (rule.character === true) return endOfCharacter(bytes, at, close);
  if (rule.fence !== undefined) return endOfFenced(bytes, at, literal, rule.fence);
  if (literal.hole !== null && holes.left > 0) {
    const end = endWithHoles(bytes, at, literal, literal.hole, holes);
    if (end > 0) return greedyEnd(bytes, end, literal);
    // A template that never closes was taken for one by mistake.
    if (rule.notAfterSpacedValue === true) return endOfLine(bytes, at + 1);
  }
  if (rule.nests === true) return endOfPairs(bytes, at, literal);
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
        if (rule.escape !== "double" || bytes[i] !== first) return greedyEnd(bytes, i, literal);
        i++;
      } else if (byte === NEWLINE && !multiline) return i;
      else i++;
    }
    if (!isShortQuote || !multiline || limit === bytes.length) return Math.min(i, bytes.length);
    multiline = false;
    limit = bytes.length;
  }
}

function greedyEnd(bytes: Uint8Array, end: number, { rule, close }: LiteralRule): number {
  let i = end;
  if (rule.greedy === true) while (bytes[i] === close[0]) i++;
  return i;
}

/** What reading code inside literals needs, and how many bytes may still be read so: without a bound nesting is exponential. */
export interface Holes {
  readonly openings: readonly (readonly OpeningRule[] | undefined)[];
  readonly regexLiterals: boolean;
  left: number;
  depth: number;
}

/** Index after a literal with code inside (`${ … }`) that opens at `at`; -1 when it does not close. */
function endWithHoles(
  bytes: Uint8Array,
  at: number,
  { rule, open, close }: LiteralRule,
  hole: Uint8Array,
  holes: Holes,
): number {
  const isMultiline = rule.multiline === true;
  const limit = Math.min(bytes.length, at + (isMultiline ? LONGEST : LONGEST_LINE));
  let i = at + open.length;
  while (i < limit) {
    if (holes.left-- <= 0) break;
    const byte = bytes[i]!;
    if (byte === hole[0] && startsWith(bytes, i, hole)) {
      const isText = rule.holes?.doubled === true && bytes[i + 1] === byte;
      if (isText) i += 2;
      else if (holes.depth >= MAX_NESTING) break;
      else {
        const end = endOfHole(bytes, i + hole.length, limit, rule, holes);
        if (end < 0) break;
        i = end;
      }
    } else if (byte === BACKSLASH && rule.escape === "backslash") i += 2;
    else if (byte === close[0] && startsWith(bytes, i, close)) {
      i += close.length;
      if (rule.escape !== "double" || bytes[i] !== byte) return i;
      i++;
    } else if (byte === NEWLINE && !isMultiline) break;
    else i++;
  }
  return -1;
}

/** Index after the byte that closes the code which begins at `from`; -1 when none does. */
function endOfHole(
  bytes: Uint8Array,
  from: number,
  limit: number,
  rule: LiteralRule["rule"],
  holes: Holes,
): number {
  const closing = rule.holes?.close === ")" ? 0x29 : 0x7d;
  const opening = closing === 0x29 ? 0x28 : 0x7b;
  let open = 1;
  let before = opening;
  holes.depth++;
  let found = -1;
  for (let i = from; i < limit;) {
    if (holes.left-- <= 0) break;
    const byte = bytes[i]!;
    if (byte === NEWLINE && rule.multiline !== true) break;
    if (byte === closing && --open === 0) {
      found = i + 1;
      break;
    }
    if (byte === opening) open++;
    const end = endOfOpening(bytes, i, before, holes);
    if (byte > 0x20) before = byte;
    // Also what was read by others, or a comment that never closes would be read again and again.
    holes.left -= Math.max(0, end - i);
    i = Math.max(end, i + 1);
  }
  holes.depth--;
  return found;
}

/** Index after the literal, regular expression or comment over lines that opens at `at`; `at` where none does. */
function endOfOpening(bytes: Uint8Array, at: number, before: number, holes: Holes): number {
  const isInWord = isWord(bytes[at]!) && at > 0 && isWord(bytes[at - 1]!);
  for (const rule of isInWord ? [] : (holes.openings[bytes[at]!] ?? [])) {
    if (!startsWith(bytes, at, rule.open)) continue;
    if (rule.type === "comment") {
      if (rule.close !== null && !rule.lineStartOnly) return endOfComment(bytes, at, rule);
      continue;
    }
    const end = endOfLiteral(bytes, at, rule, holes);
    // A quote that its line does not close is none.
    const isClosed = end > at + 1 && bytes[end] !== NEWLINE;
    if (end > at && (isClosed || bytes[end - 1] === rule.close.at(-1))) return end;
  }
  const isExpression = bytes[at] === 0x2f && holes.regexLiterals && operators.includes(before);
  return isExpression ? Math.max(at, endOfRegex(bytes, at)) : at;
}

const operators: readonly number[] = Array.from("({[,;:=!&|?+-~", (one) => one.charCodeAt(0));

function isWord(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    byte >= 0x80
  );
}

function endOfCharacter(bytes: Uint8Array, at: number, close: Uint8Array): number {
  const isEscape = bytes[at + 1] === BACKSLASH;
  for (let i = at + (isEscape ? 3 : 2); i < at + 12 && i < bytes.length; i++) {
    if (bytes[i] === close[0]) return i + 1;
    if (!isEscape && bytes[i]! < 0x80) return -1;
  }
  return -1;
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
