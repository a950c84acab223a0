import { isDataTable } from "./data-table.ts";
import type { Chain } from "./chain.ts";
import type { CodeLines } from "./code-lines.ts";
import { Renaming } from "./renaming.ts";
import {
  HASH_COUNT,
  HASH_MASK,
  KIND_MASK,
  LINE_START,
  mix,
  TEXT_MASK,
  WORD,
} from "./tokenize/token-code.ts";

export interface CloneThresholds {
  /** Tokens on the longer side. */
  readonly minTokens: number;
  /** Lines with code, on both sides. */
  readonly minLines: number;
  /** Share of lines that may differ in a Type-3 clone. */
  readonly maxChangedShare: number;
}

export const defaultThresholds: CloneThresholds = {
  minTokens: 50,
  minLines: 5,
  maxChangedShare: 0.3,
};

/** A shorter side than this, relative to `minTokens`, is no clone of the longer one. */
const SHORT_SIDE = 0.6;
/** A clone with this many times `minLines` may have so many fewer tokens: declarations, lists of long texts. */
const MANY_LINES = 2;
const FEWER_TOKENS = 0.5;
const MAX_BROKEN_SHARE = 0.15;
const MIN_DISTINCT = 5;
/**
 * Weights of what speaks for a copy and against chance, and what they must add up to. Fitted by logistic regression on
 * mutated copies against unrelated blocks of public code in six languages (`bench/clone-recall`), then rounded.
 */
const evidence = {
  /** Each different sequence of four tokens, each different token. */
  sequence: 1,
  distinct: 3,
  /** Each renamed name that recurs as the rename demands, each name and literal that is the same. */
  recurrence: 1.5,
  sameName: 0.3,
  sameLiteral: 2.5,
  /** Up to eight. */
  otherLiteral: -3,
  brokenName: -6,
  gap: -6,
  /** Each line break on one side only, up to three. */
  movedBreak: -18,
  needed: 80,
} as const;

/** Decides whether the pieces of a chain make a clone, and what its exact extents are. */
export class Judge {
  /** Extents in tokens: whole lines on both sides. */
  startA = 0;
  endA = 0;
  startB = 0;
  endB = 0;
  type: 1 | 2 | 3 = 1;
  /** 1 − changed lines ÷ lines of the longer side. */
  similarity = 0;

  private readonly names = new Renaming();
  /** The epoch in which each was last seen: short numbers, so that the tables stay in the nearest cache. */
  private readonly distinct = new Uint16Array(HASH_COUNT);
  private readonly sequences = new Uint16Array(HASH_COUNT);
  private epoch = 0;
  private first = 0;
  private last = 0;
  /** With code, on the side where there are more. */
  private lines = 0;

  accepts(chain: Chain, a: CodeLines, b: CodeLines, thresholds: CloneThresholds): boolean {
    this.first = 0;
    this.last = chain.piecesCount - 1;
    for (;;) {
      if (!this.isLongEnough(chain, a, b, thresholds)) return false;
      let changed = this.changedLines(chain, a, b);
      const { lines } = this;
      const allowed = thresholds.maxChangedShare * lines;
      if (changed <= allowed) changed += this.brokenLines(chain, a.tokens, b.tokens);
      if (changed <= allowed) {
        this.similarity = 1 - changed / lines;
        if (this.isConvincing()) return !isDataTable(a.tokens, this.startA, this.endA);
      }
      if (this.first === this.last) return false;
      this.dropShorterEnd(chain.pieces);
    }
  }

  private isLongEnough(chain: Chain, a: CodeLines, b: CodeLines, limits: CloneThresholds): boolean {
    const { pieces } = chain;
    if (this.last < this.first) return false;
    const from = this.first * 4;
    const to = this.last * 4;
    if (pieces[to + 1]! - pieces[from]! < limits.minTokens * FEWER_TOKENS * SHORT_SIDE)
      return false;
    this.startA = snapStart(a, pieces[from]!);
    this.startB = snapStart(b, pieces[from + 2]!);
    this.endA = snapEnd(a, pieces[to + 1]!);
    this.endB = snapEnd(b, pieces[to + 3]!);
    const [sizeA, sizeB] = [this.endA - this.startA, this.endB - this.startB];
    const longer = Math.max(sizeA, sizeB);
    const shorter = Math.min(sizeA, sizeB);
    const fewest = limits.minTokens * FEWER_TOKENS;
    if (longer < fewest || shorter < fewest * SHORT_SIDE) return false;
    const linesA = a.linesOf(this.startA, this.endA);
    const linesB = b.linesOf(this.startB, this.endB);
    if (Math.min(linesA, linesB) < limits.minLines) return false;
    this.lines = Math.max(linesA, linesB);
    const isTall = this.lines >= MANY_LINES * limits.minLines;
    const minTokens = isTall ? fewest : limits.minTokens;
    return longer >= minTokens && shorter >= minTokens * SHORT_SIDE;
  }

  /** Lines touched by the gaps between pieces, on the side where there are more. */
  private changedLines(chain: Chain, a: CodeLines, b: CodeLines): number {
    let changed = 0;
    for (let k = this.first; k < this.last; k++) {
      const at = k * 4;
      changed += Math.max(
        touchedLines(a, chain.pieces[at + 1]!, chain.pieces[at + 4]!),
        touchedLines(b, chain.pieces[at + 3]!, chain.pieces[at + 6]!),
      );
    }
    return changed;
  }

  private sameWords = 0;
  private renamedWords = 0;
  private recurrences = 0;
  private brokenWords = 0;
  private otherLiterals = 0;
  private sameLiterals = 0;
  private movedBreaks = 0;
  private distinctCount = 0;
  private sequencesCount = 0;

  /** Lines with a name that is not renamed as elsewhere; counts the evidence for `isConvincing` on the way. */
  private brokenLines({ pieces }: Chain, a: Uint16Array, b: Uint16Array): number {
    const { names, distinct, sequences } = this;
    const epoch = this.nextEpoch();
    names.clear();
    this.sameWords = this.renamedWords = this.recurrences = this.brokenWords = 0;
    this.otherLiterals = this.distinctCount = 0;
    this.sequencesCount = this.sameLiterals = this.movedBreaks = 0;
    let sequence = 0;
    let lines = 0;
    let isBroken = false;
    for (let k = this.first; k <= this.last; k++) {
      const shift = pieces[k * 4 + 2]! - pieces[k * 4]!;
      const from = Math.max(pieces[k * 4]!, this.startA, this.startB - shift);
      const to = Math.min(pieces[k * 4 + 1]!, this.endA, this.endB - shift);
      for (let i = from; i < to; i++) {
        const x = a[i]!;
        const y = b[i + shift]!;
        if ((x & LINE_START) !== 0) isBroken = false;
        const kind = x & KIND_MASK;
        const code = x & HASH_MASK;
        if (distinct[code] !== epoch) {
          distinct[code] = epoch;
          this.distinctCount++;
        }
        // Eight bits for each of the last four tokens.
        sequence = (sequence << 8) | (kind === 0 ? code & 0xff : kind >> 8);
        const slot = mix(sequence) & HASH_MASK;
        if (sequences[slot] !== epoch) {
          sequences[slot] = epoch;
          this.sequencesCount++;
        }
        if (kind === WORD) {
          const gain = names.score(x & HASH_MASK, y & HASH_MASK);
          if ((x & HASH_MASK) === (y & HASH_MASK)) this.sameWords++;
          else if (gain < 0) {
            this.brokenWords++;
            if (!isBroken) lines++;
            isBroken = true;
          } else {
            this.renamedWords++;
            if (gain > 1) this.recurrences++;
          }
        } else if (kind !== 0) {
          if (((x ^ y) & TEXT_MASK) === 0) this.sameLiterals++;
          else this.otherLiterals++;
        }
        if (((x ^ y) & LINE_START) !== 0) this.movedBreaks++;
      }
    }
    if (this.first !== this.last || this.brokenWords > 0) this.type = 3;
    else this.type = this.renamedWords + this.otherLiterals > 0 ? 2 : 1;
    return lines;
  }

  private nextEpoch(): number {
    if (++this.epoch < 1 << 16) return this.epoch;
    this.distinct.fill(0);
    this.sequences.fill(0);
    this.epoch = 1;
    return 1;
  }

  private isConvincing(): boolean {
    const names = this.sameWords + this.renamedWords + this.brokenWords;
    if (this.distinctCount < MIN_DISTINCT || this.brokenWords > MAX_BROKEN_SHARE * names)
      return false;
    if (this.type === 1) return true;
    const found =
      evidence.sequence * this.sequencesCount +
      evidence.distinct * this.distinctCount +
      evidence.recurrence * this.recurrences +
      evidence.sameName * this.sameWords +
      evidence.sameLiteral * this.sameLiterals +
      evidence.otherLiteral * Math.min(8, this.otherLiterals) +
      evidence.brokenName * this.brokenWords +
      evidence.gap * (this.last - this.first) +
      evidence.movedBreak * Math.min(3, this.movedBreaks);
    return found >= evidence.needed;
  }

  private dropShorterEnd(pieces: Int32Array): void {
    const head = pieces[this.first * 4 + 1]! - pieces[this.first * 4]!;
    const tail = pieces[this.last * 4 + 1]! - pieces[this.last * 4]!;
    if (head < tail) this.first++;
    else this.last--;
  }
}

function touchedLines(code: CodeLines, from: number, to: number): number {
  return from < to ? code.linesOf(from, to) : 0;
}

/** The start of the line when at least half of it is covered, else that of the next. */
function snapStart(code: CodeLines, at: number): number {
  const start = code.startAt(at);
  const end = code.endAt(at);
  return start === at || (end - at) * 2 >= end - start ? start : end;
}

/** `at` is exclusive: the end of the line when at least half of it is covered, else its start. */
function snapEnd(code: CodeLines, at: number): number {
  if (at === 0) return 0;
  const end = code.endAt(at - 1);
  const start = code.startAt(at - 1);
  return end === at || (at - start) * 2 >= end - start ? end : start;
}
