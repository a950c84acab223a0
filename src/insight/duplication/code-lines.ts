import type { Corpus } from "./corpus.ts";
import { LINE_START } from "./tokenize/token-code.ts";

/** A file's tokens, and where its lines with code begin; the first token begins one. */
export class CodeLines {
  readonly tokens: Uint16Array;
  private readonly bits: Uint32Array;
  /** The bit of the first token. */
  private readonly base: number;

  constructor(tokens: Uint16Array, bits = CodeLines.bitsOf(tokens), base = 0) {
    this.tokens = tokens;
    this.bits = bits;
    this.base = base;
  }

  /** Where lines with code begin among the tokens of one or several files: a bit for each token, and one after the last. */
  static bitsOf(tokens: Uint16Array): Uint32Array {
    const bits = new Uint32Array((tokens.length >>> 5) + 1);
    for (let i = 0; i < tokens.length; i++) {
      if ((tokens[i]! & LINE_START) !== 0) bits[i >>> 5]! |= 1 << (i & 31);
    }
    bits[tokens.length >>> 5]! |= 1 << (tokens.length & 31);
    return bits;
  }

  /** First token of the line that a token stands on. */
  startAt(token: number): number {
    const at = this.base + token;
    let word = at >>> 5;
    let found = this.bits[word]! & (0xffffffff >>> (31 - (at & 31)));
    while (found === 0) found = this.bits[--word]!;
    return (word << 5) + 31 - Math.clz32(found) - this.base;
  }

  /** Token after the line that a token stands on. */
  endAt(token: number): number {
    const at = this.base + token + 1;
    let word = at >>> 5;
    let found = this.bits[word]! & (0xffffffff << (at & 31));
    while (found === 0) found = this.bits[++word]!;
    return (word << 5) + 31 - Math.clz32(found & -found) - this.base;
  }

  /** How many lines the tokens from (inclusive) and to (exclusive) stand on; there is at least one token. */
  linesOf(from: number, to: number): number {
    const first = this.base + from + 1;
    const last = this.base + to - 1;
    if (first > last) return 1;
    const { bits } = this;
    const end = last >>> 5;
    let word = first >>> 5;
    let found = bits[word]! & (0xffffffff << (first & 31));
    let lines = 1;
    for (; word < end; found = bits[++word]!) lines += onesIn(found);
    return lines + onesIn(found & (0xffffffff >>> (31 - (last & 31))));
  }
}

/** Bits that are set among 32 (Warren, Hacker's Delight 2012, figure 5-2). */
function onesIn(word: number): number {
  let ones = word - ((word >>> 1) & 0x55555555);
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many files' views are kept: making one costs as much as trying a seed. */
const VIEWS_KEPT = 8192;

/** Files of a corpus with their lines. */
export class CodeOfFiles {
  private readonly corpus: Corpus;
  private readonly bits: Uint32Array[] = [];
  private readonly views = new Map<number, CodeLines>();

  constructor(corpus: Corpus) {
    this.corpus = corpus;
  }

  of(file: number): CodeLines {
    const known = this.views.get(file);
    if (known !== undefined) return known;
    if (this.views.size >= VIEWS_KEPT) this.views.clear();
    const made = this.make(file);
    this.views.set(file, made);
    return made;
  }

  private make(file: number): CodeLines {
    const index = this.corpus.shardOf[file]!;
    const shard = this.corpus.shards[index];
    if (shard === undefined) return new CodeLines(new Uint16Array(0));
    const slot = this.corpus.slotOf[file]!;
    const from = slot === 0 ? 0 : shard.tokenEnds[slot - 1]!;
    const bits = (this.bits[index] ??= CodeLines.bitsOf(shard.tokens));
    return new CodeLines(shard.tokens.subarray(from, shard.tokenEnds[slot]), bits, from);
  }
}
