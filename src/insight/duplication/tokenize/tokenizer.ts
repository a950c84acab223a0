import { startsWith } from "./bytes-at.ts";
import type { CompiledProfile } from "./compiled-profile.ts";
import { BLANK, DIGIT, NEWLINE, PUNCTUATION, WORD_BYTE } from "./compiled-profile.ts";
import {
  endOfComment,
  endOfHeredoc,
  endOfLiteral,
  endOfRegex,
  heredocAt,
  type Holes,
} from "./literals.ts";
import { isImport } from "./imports.ts";
import { fold, hashByte, HASH_SEED, LINE_START, LITERAL, WORD } from "./token-code.ts";

/** A delta of this size is continued by the next entry. */
export const LONG_DELTA = 255;
/** Bytes of code inside literals that are read, at least and by length of the file. */
const HOLES_READ_ALWAYS = 65_536;
const HOLES_READ_TIMES = 4;

/**
 * Turns bytes into 16-bit tokens (see `token-code.ts`). One instance is reused for many files: `tokens` and `lineDeltas`
 * are valid up to their counts until the next call. Never throws; any bytes are acceptable.
 */
export class Tokenizer {
  tokens = new Uint16Array(1 << 16);
  tokensCount = 0;
  /** For each line with code, how many lines it lies below the one before (the first: below line 0). */
  lineDeltas = new Uint8Array(1 << 14);
  deltasCount = 0;
  codeLinesCount = 0;
  importLinesCount = 0;
  /** 1-based line of the first token, 0 without tokens. */
  firstLine = 0;

  private lastLine = 0;
  private line = 1;

  tokenize(bytes: Uint8Array, profile: CompiledProfile): void {
    if (this.tokens.length < bytes.length + 1) {
      this.tokens = new Uint16Array(bytes.length * 2);
    }
    this.tokensCount = this.deltasCount = this.codeLinesCount = this.importLinesCount = 0;
    this.lastLine = 0;
    this.line = 1;
    this.scan(bytes, profile);
    this.firstLine = 0;
    if (this.tokensCount > 0)
      for (let i = 0; ; i++) {
        this.firstLine += this.lineDeltas[i]!;
        if (this.lineDeltas[i] !== LONG_DELTA) break;
      }
  }

  private scan(bytes: Uint8Array, profile: CompiledProfile): void {
    const { classes, keywords, importWords, punctuation, wordEnd } = profile;
    const wordKind = profile.renames ? WORD : 0;
    const length = bytes.length;
    const tokens = this.tokens;
    let heredocs: Uint8Array[] = [];
    let importMark: ImportMark | null = null;
    const holes: Holes = {
      openings: profile.openings,
      regexLiterals: profile.regexLiterals,
      left: HOLES_READ_TIMES * length + HOLES_READ_ALWAYS,
      depth: 0,
    };
    let afterValue = false;
    // A byte-order mark is no text.
    let i = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (i < length) {
      const byte = bytes[i]!;
      const type = classes[byte]!;
      if (type === BLANK) {
        i++;
        continue;
      }
      if (type === NEWLINE) {
        i++;
        this.line++;
        if (importMark !== null && importMark.depth <= 0) importMark = this.dropImport(importMark);
        if (heredocs.length > 0) {
          for (const word of heredocs) {
            const end = endOfHeredoc(bytes, i, word);
            this.literal(bytes, i, end);
            i = end;
          }
          heredocs = [];
        }
        continue;
      }
      if (type === WORD_BYTE || type === DIGIT) {
        const start = i;
        const opened = type === WORD_BYTE ? profile.openings[byte] : undefined;
        if (opened !== undefined) {
          const end = this.opening(bytes, i, afterValue, holes);
          if (end > i) {
            i = end;
            afterValue = true;
            continue;
          }
        }
        let hash = HASH_SEED;
        let next = byte;
        for (;;) {
          hash = Math.imul(hash ^ next, 0x01000193);
          if (++i >= length) break;
          next = bytes[i]!;
          const nextType = classes[next];
          if (nextType === WORD_BYTE || nextType === DIGIT) continue;
          const isPoint = type === DIGIT && next === 0x2e && classes[bytes[i + 1]!] === DIGIT;
          if (!isPoint) break;
        }
        if (type === DIGIT) {
          tokens[this.tokensCount++] = fold(hash) | LITERAL | this.lineMark();
          afterValue = true;
          continue;
        }
        if (i < length && wordEnd[next] === 1 && bytes[i + 1] !== 0x3d)
          hash = hashByte(hash, bytes[i++]!);
        if (importMark === null && this.line !== this.lastLine && importWords !== null) {
          if (importWords.has(hash) && isImport(bytes, i, start, profile)) importMark = this.mark();
        }
        const isKeyword = keywords.has(hash);
        tokens[this.tokensCount++] = fold(hash) | (isKeyword ? 0 : wordKind) | this.lineMark();
        afterValue = !isKeyword;
        continue;
      }
      if (type === PUNCTUATION) {
        if (importMark !== null) {
          if (byte === 0x28 || byte === 0x7b || byte === 0x5b) importMark.depth++;
          else if (byte === 0x29 || byte === 0x7d || byte === 0x5d) importMark.depth--;
        }
        tokens[this.tokensCount++] = punctuation[byte]! | this.lineMark();
        afterValue = byte === 0x29 || byte === 0x5d || byte === 0x7d;
        i++;
        if (byte === 0x3b && importMark !== null && importMark.depth <= 0) {
          importMark = this.dropImport(importMark);
        }
        continue;
      }
      const end = this.opening(bytes, i, afterValue, holes);
      if (end > i) {
        afterValue = this.wasLiteral || afterValue;
        i = end;
        continue;
      }
      // Behind `<` it closes an element.
      if (byte === 0x2f && profile.regexLiterals && !afterValue && bytes[i - 1] !== 0x3c) {
        const close = endOfRegex(bytes, i);
        if (close > 0) {
          this.literal(bytes, i, close);
          i = close;
          afterValue = true;
          continue;
        }
      }
      if (byte === 0x3c && profile.heredoc !== null && heredocs.length < 8) {
        const heredoc = heredocAt(bytes, i, profile.heredoc);
        if (heredoc !== null) {
          this.literal(bytes, i, heredoc.end);
          heredocs.push(heredoc.word);
          i = heredoc.end;
          afterValue = true;
          continue;
        }
      }
      i = this.operator(bytes, i, punctuation);
      afterValue = false;
    }
    if (importMark !== null) this.dropImport(importMark);
  }

  private wasLiteral = false;

  /** Skips a comment or stores a literal that opens at `at`; returns the index after it, or `at` when none does. */
  private opening(bytes: Uint8Array, at: number, afterValue: boolean, holes: Holes): number {
    const rules = holes.openings[bytes[at]!];
    this.wasLiteral = false;
    if (rules === undefined) return at;
    for (const rule of rules) {
      if (!startsWith(bytes, at, rule.open)) continue;
      const before = at === 0 ? 0x0a : bytes[at - 1]!;
      if (rule.type === "literal") {
        if (rule.rule.notAfterSpacedValue === true && afterValue && before <= 0x20) continue;
        if (rule.rule.whole === true && afterValue) continue;
        const end = endOfLiteral(bytes, at, rule, holes);
        if (end < 0) continue;
        this.literal(bytes, at, end);
        this.wasLiteral = true;
        return end;
      }
      if (rule.notInWord && isWithinText(bytes, at, before, afterValue)) continue;
      if (rule.lineStartOnly && before !== 0x0a) continue;
      if (rule.afterBlankOnly && before > 0x20) continue;
      const end = endOfComment(bytes, at, rule);
      this.line += countLines(bytes, at, end);
      return end;
    }
    return at;
  }

  /** One token for a literal on one line, one for each word of a longer one, whatever its indentation. */
  private literal(bytes: Uint8Array, from: number, to: number): void {
    // No search beyond it: without a line end each literal would be as long as the file.
    let newline = from;
    while (newline < to && bytes[newline] !== 0x0a) newline++;
    const isLong = newline < to;
    let hash = HASH_SEED;
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      if (byte > 0x20) hash = Math.imul(hash ^ byte, 0x01000193);
      else if (isLong) {
        if (hash !== HASH_SEED) this.literalToken(hash);
        hash = HASH_SEED;
        if (byte === 0x0a) this.line++;
      }
    }
    if (hash !== HASH_SEED) this.literalToken(hash);
  }

  private literalToken(hash: number): void {
    this.tokens[this.tokensCount++] = fold(hash) | LITERAL | this.lineMark();
  }

  /** `==`, `+=`, `&&`, `->`, `=>`, `::` are one token each; longer operators are two. */
  private operator(bytes: Uint8Array, at: number, punctuation: Uint16Array): number {
    const byte = bytes[at]!;
    const next = bytes[at + 1];
    const isAssigning = next === 0x3d && byte !== 0x2e && byte !== 0x3a && byte !== 0x3f;
    const isDoubled = next === byte && "&|+-:*.=?".includes(String.fromCharCode(byte));
    const isArrow = next === 0x3e && (byte === 0x3d || byte === 0x2d);
    if (!(isAssigning || isDoubled || isArrow || (byte === 0x3a && next === 0x3d))) {
      this.tokens[this.tokensCount++] = punctuation[byte]! | this.lineMark();
      return at + 1;
    }
    const hash = hashByte(hashByte(HASH_SEED, byte), next);
    this.tokens[this.tokensCount++] = fold(hash) | this.lineMark();
    return at + 2;
  }

  /** The mark of a first token on its line; notes the line. */
  private lineMark(): number {
    let delta = this.line - this.lastLine;
    if (delta === 0) return 0;
    this.lastLine = this.line;
    this.codeLinesCount++;
    const entries = Math.floor(delta / LONG_DELTA) + 1;
    if (this.deltasCount + entries > this.lineDeltas.length) {
      const larger = new Uint8Array((this.deltasCount + entries) * 2);
      larger.set(this.lineDeltas.subarray(0, this.deltasCount));
      this.lineDeltas = larger;
    }
    for (; delta >= LONG_DELTA; delta -= LONG_DELTA)
      this.lineDeltas[this.deltasCount++] = LONG_DELTA;
    this.lineDeltas[this.deltasCount++] = delta;
    return LINE_START;
  }

  private mark(): ImportMark {
    const { tokensCount, deltasCount, codeLinesCount, lastLine } = this;
    return { depth: 0, tokensCount, deltasCount, codeLinesCount, lastLine };
  }

  /** Takes back everything stored since an import statement began. */
  private dropImport(mark: ImportMark): null {
    this.importLinesCount += this.codeLinesCount - mark.codeLinesCount;
    this.tokensCount = mark.tokensCount;
    this.deltasCount = mark.deltasCount;
    this.codeLinesCount = mark.codeLinesCount;
    this.lastLine = mark.lastLine;
    return null;
  }
}

interface ImportMark {
  depth: number;
  readonly tokensCount: number;
  readonly deltasCount: number;
  readonly codeLinesCount: number;
  readonly lastLine: number;
}

/** `src/*.ts`, and with two stars before: what goes on behind the opening without a blank, right behind a word or a star, is text of markup. */
function isWithinText(bytes: Uint8Array, at: number, before: number, afterValue: boolean): boolean {
  if (bytes[at + 1] !== 0x2a) return false;
  const next = bytes[at + 2] ?? 0x20;
  const isInside =
    before === 0x2a || (afterValue && before > 0x2f && before !== 0x5d && before !== 0x7d);
  return isInside && next > 0x20 && next !== 0x2a;
}

/** No search beyond `end`: without a line end each comment would cost the rest of the file. */
function countLines(bytes: Uint8Array, at: number, end: number): number {
  let count = 0;
  for (let i = at; i < end; i++) if (bytes[i] === 0x0a) count++;
  return count;
}
