import type { Corpus } from "./corpus.ts";
import { codeLinesOf, tokensOf } from "./corpus.ts";
import { LINE_START } from "./tokenize/token-code.ts";

interface LineTable {
  /** First token of each line with code. */
  readonly firsts: Uint32Array;
  /** The line itself, 1-based. */
  readonly lines: Uint32Array;
}

/** Lines with code that are kept in tables at a time: 16 MB. */
const MAX_KEPT_LINES = 1 << 21;

/** A stretch of a file in lines: 1-based, inclusive. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
  /** Lines with code in between. */
  readonly codeLines: number;
}

/** Lines of tokens; keeps the tables of the files it was last asked for. */
export class LineMap {
  private readonly corpus: Corpus;
  private readonly cache = new Map<number, LineTable>();
  private kept = 0;

  constructor(corpus: Corpus) {
    this.corpus = corpus;
  }

  /** Tokens from (inclusive) and to (exclusive). */
  range(file: number, from: number, to: number): LineRange {
    const { firsts, lines } = this.table(file);
    const first = indexOfLine(firsts, from);
    const last = indexOfLine(firsts, to - 1);
    return { start: lines[first]!, end: lines[last]!, codeLines: last - first + 1 };
  }

  private table(file: number): LineTable {
    const known = this.cache.get(file);
    if (known !== undefined) return known;
    const tokens = tokensOf(this.corpus, file);
    const lines = codeLinesOf(this.corpus, file);
    const firsts = new Uint32Array(lines.length);
    let count = 0;
    for (let i = 0; i < tokens.length; i++) {
      if ((tokens[i]! & LINE_START) !== 0) firsts[count++] = i;
    }
    const made = { firsts, lines };
    if (this.kept > MAX_KEPT_LINES) {
      this.cache.clear();
      this.kept = 0;
    }
    this.kept += lines.length;
    this.cache.set(file, made);
    return made;
  }
}

/** Index of the last line that begins at or before the token. */
function indexOfLine(firsts: Uint32Array, token: number): number {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle]! <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
