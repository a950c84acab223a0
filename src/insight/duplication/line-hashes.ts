import type { Corpus } from "./corpus.ts";
import { codeLinesOf, tokensOf } from "./corpus.ts";
import { lowerBound } from "./lower-bound.ts";
import {
  HASH_MASK,
  HASH_SEED,
  KIND_MASK,
  LINE_START,
  mix,
  TEXT_MASK,
} from "./tokenize/token-code.ts";

/** Lines of fewer tokens (`end`, `});`) stand everywhere and are not told apart. */
const LEAST_TOKENS = 3;
const SHAPE_SEED = 0x1b873593;
/** Lines that are kept in tables at a time: 32 MB. */
const MAX_KEPT_LINES = 1 << 21;

/** Two hashes of each line with code: of its tokens, and of its tokens blind to names and literals. 0: a short line. */
export interface HashedLines {
  readonly exact: Uint32Array;
  readonly shape: Uint32Array;
}

export interface HashedStretch extends HashedLines {
  readonly tokens: Uint16Array;
}

interface HashedFile extends HashedStretch {
  /** The lines with code, 1-based. */
  readonly lines: Uint32Array;
  /** First token of each, and the end of all. */
  readonly firsts: Uint32Array;
}

/** Hashes of the lines of a file; arrays are valid until the next call. */
export class LineHasher {
  private exact = new Uint32Array(1 << 12);
  private shape = new Uint32Array(1 << 12);

  hash(tokens: Uint16Array): HashedLines {
    let count = 0;
    let exact = HASH_SEED;
    let shape = SHAPE_SEED;
    let size = 0;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if ((token & LINE_START) !== 0 && i > 0) {
        this.store(count++, exact, shape, size);
        exact = HASH_SEED;
        shape = SHAPE_SEED;
        size = 0;
      }
      const kind = token & KIND_MASK;
      exact = Math.imul(exact ^ (token & TEXT_MASK), 0x01000193) ^ (exact >>> 15);
      shape = Math.imul(shape ^ (kind === 0 ? token & HASH_MASK : kind), 0x01000193);
      shape ^= shape >>> 15;
      size++;
    }
    if (size > 0) this.store(count++, exact, shape, size);
    return { exact: this.exact.subarray(0, count), shape: this.shape.subarray(0, count) };
  }

  private store(at: number, exact: number, shape: number, size: number): void {
    if (at === this.exact.length) {
      const [exacts, shapes] = [this.exact, this.shape];
      this.exact = new Uint32Array(at * 2);
      this.exact.set(exacts);
      this.shape = new Uint32Array(at * 2);
      this.shape.set(shapes);
    }
    this.exact[at] = size < LEAST_TOKENS ? 0 : mix(exact) | 1;
    this.shape[at] = size < LEAST_TOKENS ? 0 : mix(shape) | 1;
  }
}

/** Hashed lines of a stretch; keeps those of the files that it was last asked for. */
export class HashedStretches {
  private readonly corpus: Corpus;
  private readonly hasher = new LineHasher();
  private readonly cache = new Map<number, HashedFile>();
  private kept = 0;

  constructor(corpus: Corpus) {
    this.corpus = corpus;
  }

  /** Lines 1-based, inclusive. */
  of({
    file,
    start,
    end,
  }: {
    readonly file: number;
    readonly start: number;
    readonly end: number;
  }): HashedStretch {
    const { exact, shape, lines, tokens, firsts } = this.hashed(file);
    const from = lowerBound(lines, start);
    const to = lowerBound(lines, end + 1);
    return {
      exact: exact.subarray(from, to),
      shape: shape.subarray(from, to),
      tokens: tokens.subarray(firsts[from], firsts[to]),
    };
  }

  private hashed(file: number): HashedFile {
    const known = this.cache.get(file);
    if (known !== undefined) return known;
    const tokens = tokensOf(this.corpus, file);
    const { exact, shape } = this.hasher.hash(tokens);
    const lines = codeLinesOf(this.corpus, file);
    const firsts = firstsOf(tokens, lines.length);
    const made = { exact: exact.slice(), shape: shape.slice(), lines, tokens, firsts };
    if (this.kept > MAX_KEPT_LINES) {
      this.cache.clear();
      this.kept = 0;
    }
    this.kept += lines.length;
    this.cache.set(file, made);
    return made;
  }
}

function firstsOf(tokens: Uint16Array, lines: number): Uint32Array {
  const firsts = new Uint32Array(lines + 1).fill(tokens.length);
  let count = 0;
  for (let i = 0; i < tokens.length; i++) {
    if ((tokens[i]! & LINE_START) !== 0) firsts[count++] = i;
  }
  return firsts;
}
