import {
  HASH_COUNT,
  HASH_MASK,
  KIND_MASK,
  LINE_START,
  TEXT_MASK,
  WORD,
} from "./tokenize/token-code.ts";

/** Scores are in half tokens. */
const EXACT = 2;
const FIRST_RENAME = 1;
const OTHER_LITERAL = 1;
const BROKEN_RENAME = -4;
/** For each token of the longer side of a gap. */
const GAP_COST = 0.5;
const GIVE_UP_BELOW_BEST = 64;
/** A gap is bridged when what follows is worth this much. */
const RESUME_WORTH = 10;
const SURE_WORTH = 20;
const PROBE_TOKENS = 24;
const INLINE_GAP = 4;
const GAP_LINES = 4;
const LINE_TOKENS = 60;
/** Shorter agreement without a gap is not followed up. */
const MIN_RUN = 24;

/**
 * Grows a seed into the longest run of corresponding pieces of two files: Type-1 and Type-2 clones are one piece,
 * Type-3 clones are several with gaps of a few tokens or up to four lines between them. Names may differ as long as
 * they do so consistently. The score falls in gaps; the end is where it was highest (X-drop, as in BLAST).
 */
export class Chain {
  /** Pieces in order: from and to (exclusive) in the first file, then in the second; four entries each. */
  pieces = new Int32Array(256);
  piecesCount = 0;

  private a: Uint16Array = new Uint16Array(0);
  private b: Uint16Array = new Uint16Array(0);
  private readonly names = new Renaming();
  private readonly found = new Int32Array(256);
  private readonly starts = new Int32Array(GAP_LINES + 1);
  private readonly otherStarts = new Int32Array(GAP_LINES + 1);
  private gapA = 0;
  private gapB = 0;
  private rollBack = 0;

  /**
   * `isSame` when both are one file: the pieces then never overlap. Positions are of a token of the seed in each.
   */
  grow(
    a: Uint16Array,
    atA: number,
    b: Uint16Array,
    atB: number,
    isSame: boolean,
    seedTokens: number,
  ): void {
    this.a = a;
    this.b = b;
    this.names.clear();
    this.piecesCount = 0;
    if (!this.isWorthwhile(atA, atB, isSame)) return;
    const count = this.extend(1, atA, isSame ? atB : a.length, atB, b.length);
    const endA = count > 0 ? this.found[(count - 1) * 4 + 1]! : atA;
    const forward = this.found.slice(0, count * 4);
    const limitB = isSame ? Math.max(endA, atA + Math.min(seedTokens, atB - atA)) - 1 : -1;
    const before = this.extend(-1, atA - 1, -1, atB - 1, limitB);
    for (let k = before - 1; k >= 0; k--) {
      const [fromA, toA, fromB, toB] = this.found.subarray(k * 4, k * 4 + 4);
      this.add(toA! + 1, fromA! + 1, toB! + 1, fromB! + 1);
    }
    for (let k = 0; k < forward.length; k += 4) {
      this.add(forward[k]!, forward[k + 1]!, forward[k + 2]!, forward[k + 3]!);
    }
  }

  /** Whether the files agree around the seed for longer than chance has it; looks at no gap yet. */
  private isWorthwhile(atA: number, atB: number, isSame: boolean): boolean {
    const { a, b } = this;
    const endA = isSame ? atB : a.length;
    let i = atA;
    let j = atB;
    while (i < endA && j < b.length && i - atA < MIN_RUN && agree(a[i]!, b[j]!)) {
      i++;
      j++;
    }
    const found = i - atA;
    i = atA - 1;
    j = atB - 1;
    let before = 0;
    while (i >= 0 && j >= 0 && found + before < MIN_RUN && agree(a[i]!, b[j]!)) {
      i--;
      j--;
      before++;
    }
    return found + before >= MIN_RUN;
  }

  private add(fromA: number, toA: number, fromB: number, toB: number): void {
    if (fromA === toA) return;
    const last = this.piecesCount * 4 - 4;
    if (last >= 0 && this.pieces[last + 1] === fromA && this.pieces[last + 3] === fromB) {
      this.pieces[last + 1] = toA;
      this.pieces[last + 3] = toB;
      return;
    }
    if ((this.piecesCount + 1) * 4 > this.pieces.length) {
      const larger = new Int32Array(this.pieces.length * 2);
      larger.set(this.pieces);
      this.pieces = larger;
    }
    this.pieces.set([fromA, toA, fromB, toB], this.piecesCount++ * 4);
  }

  /** Pieces in one direction go to `found` (from, to in that direction); returns their number. */
  private extend(
    step: 1 | -1,
    startA: number,
    limitA: number,
    startB: number,
    limitB: number,
  ): number {
    const { a, b, names, found } = this;
    let i = startA;
    let j = startB;
    let pieceA = i;
    let pieceB = j;
    let count = 0;
    let lastGap = 0;
    let score = 0;
    let best = 0;
    let bestA = i;
    let bestB = j;
    let bestCount = 0;
    let bestPieceA = i;
    let bestPieceB = j;
    const isOver = (): boolean => (limitA - i) * step <= 0 || (limitB - j) * step <= 0;
    for (;;) {
      while ((limitA - i) * step > 0 && (limitB - j) * step > 0) {
        const x = a[i]!;
        const y = b[j]!;
        const difference = (x ^ y) & TEXT_MASK;
        if (difference === 0) {
          score += (x & KIND_MASK) === WORD ? names.score(x & HASH_MASK, y & HASH_MASK) : EXACT;
        } else if ((difference & KIND_MASK) === 0 && (x & KIND_MASK) !== 0) {
          score +=
            (x & KIND_MASK) === WORD ? names.score(x & HASH_MASK, y & HASH_MASK) : OTHER_LITERAL;
        } else break;
        i += step;
        j += step;
        if (score > best) {
          best = score;
          bestA = i;
          bestB = j;
          bestCount = count;
          bestPieceA = pieceA;
          bestPieceB = pieceB;
        } else if (score < best - GIVE_UP_BELOW_BEST) break;
      }
      if (isOver() || score < best - GIVE_UP_BELOW_BEST || count >= 62) break;
      const room = Math.abs(i - pieceA);
      // A piece shorter than the gap before it is no footing for a further gap.
      if (count > 0 && room < lastGap) break;
      if (!this.bridge(step, i, limitA, j, limitB, room)) break;
      i -= this.rollBack * step;
      j -= this.rollBack * step;
      const gap = Math.max(Math.abs(this.gapA - i), Math.abs(this.gapB - j));
      score -= this.rollBack * EXACT + gap * GAP_COST;
      lastGap = gap;
      found.set([pieceA, i, pieceB, j], count++ * 4);
      i = pieceA = this.gapA;
      j = pieceB = this.gapB;
    }
    if (bestA === bestPieceA) return bestCount;
    found.set([bestPieceA, bestA, bestPieceB, bestB], bestCount * 4);
    return bestCount + 1;
  }

  /** Finds where the files agree again after a mismatch at (i, j): `gapA`, `gapB`, and how far to go back first. */
  private bridge(
    step: 1 | -1,
    i: number,
    limitA: number,
    j: number,
    limitB: number,
    room: number,
  ): boolean {
    let best = RESUME_WORTH - 1;
    this.rollBack = 0;
    for (let total = 1; total <= INLINE_GAP + 2; total++) {
      for (
        let left = Math.max(0, total - INLINE_GAP);
        left <= total && left <= INLINE_GAP;
        left++
      ) {
        const right = total - left;
        if (!this.agreesTwice(step, i + left * step, j + right * step)) continue;
        const worth = this.probe(step, i + left * step, limitA, j + right * step, limitB) - total;
        if (worth > best) {
          best = worth;
          this.gapA = i + left * step;
          this.gapB = j + right * step;
        }
      }
      if (best >= SURE_WORTH) return true;
    }
    const countA = this.lineStarts(step, i, limitA, this.a, room, this.starts);
    const countB = this.lineStarts(step, j, limitB, this.b, room, this.otherStarts);
    const backA = Math.abs(i - this.starts[0]!);
    const backB = Math.abs(j - this.otherStarts[0]!);
    for (let p = 0; p < countA; p++) {
      for (let q = 0; q < countB; q++) {
        const back = Math.max(p === 0 ? backA : 0, q === 0 ? backB : 0);
        if (p + q === 0 || back > room) continue;
        const at = this.starts[p]!;
        const other = this.otherStarts[q]!;
        if (!this.agreesTwice(step, at, other)) continue;
        const worth = this.probe(step, at, limitA, other, limitB) - back - 2 * Math.max(p, q);
        if (worth > best) {
          best = worth;
          this.gapA = at;
          this.gapB = other;
          this.rollBack = back;
        }
      }
    }
    return best >= RESUME_WORTH;
  }

  /** The start of the current line (in the direction of `step`), then those of the next lines; returns their number. */
  private lineStarts(
    step: 1 | -1,
    at: number,
    limit: number,
    tokens: Uint16Array,
    room: number,
    into: Int32Array,
  ): number {
    let back = at;
    for (let k = 0; k < room && k < LINE_TOKENS && !isBoundary(tokens, back, step); k++)
      back -= step;
    into[0] = back;
    let count = 1;
    let seen = 0;
    for (let k = at + step; (limit - k) * step > 0 && count <= GAP_LINES; k += step) {
      if (isBoundary(tokens, k, step)) into[count++] = k;
      if (++seen > LINE_TOKENS * GAP_LINES) break;
    }
    return count;
  }

  /** A quick look before `probe`; out of bounds counts as disagreement. */
  private agreesTwice(step: 1 | -1, i: number, j: number): boolean {
    const { a, b } = this;
    return agree(a[i] ?? 0, b[j] ?? 1) && agree(a[i + step] ?? 0, b[j + step] ?? 1);
  }

  /** What agreement from (i, j) on is worth, without a further gap and within a few lines. */
  private probe(step: 1 | -1, i: number, limitA: number, j: number, limitB: number): number {
    const { a, b, names } = this;
    let worth = 0;
    for (let k = 0; k < PROBE_TOKENS; k++) {
      const at = i + k * step;
      const other = j + k * step;
      if ((limitA - at) * step <= 0 || (limitB - other) * step <= 0) break;
      const x = a[at]!;
      const y = b[other]!;
      const difference = (x ^ y) & TEXT_MASK;
      if (difference === 0) worth += EXACT;
      else if ((difference & KIND_MASK) !== 0 || (x & KIND_MASK) === 0) break;
      else if ((x & KIND_MASK) !== WORD) worth += OTHER_LITERAL;
      else {
        const gain = names.peek(x & HASH_MASK, y & HASH_MASK);
        if (gain < 0) break;
        worth += gain;
      }
    }
    return worth;
  }
}

/** Same text, or both names, or both literals. */
function agree(x: number, y: number): boolean {
  const difference = (x ^ y) & TEXT_MASK;
  return difference === 0 || ((difference & KIND_MASK) === 0 && (x & KIND_MASK) !== 0);
}

/** Whether a line begins (or, going backwards, ends) at the token. */
function isBoundary(tokens: Uint16Array, at: number, step: 1 | -1): boolean {
  if (step === 1) return at >= tokens.length || (tokens[at]! & LINE_START) !== 0;
  return at + 1 >= tokens.length || (tokens[at + 1]! & LINE_START) !== 0;
}

/** Which name of one file stands for which of the other, one to one. */
export class Renaming {
  private readonly forth = new Uint16Array(HASH_COUNT);
  private readonly back = new Uint16Array(HASH_COUNT);
  private readonly forthEpoch = new Uint32Array(HASH_COUNT);
  private readonly backEpoch = new Uint32Array(HASH_COUNT);
  private epoch = 0;

  clear(): void {
    this.epoch++;
  }

  /** Score of meeting this pair, which is remembered when both names are new. */
  score(name: number, other: number): number {
    const gain = this.peek(name, other);
    if (gain === FIRST_RENAME) {
      this.forth[name] = other;
      this.back[other] = name;
      this.forthEpoch[name] = this.backEpoch[other] = this.epoch;
      if (name === other) return EXACT;
    }
    return name === other && gain < 0 ? FIRST_RENAME : gain;
  }

  peek(name: number, other: number): number {
    const isKnown = this.forthEpoch[name] === this.epoch;
    const isOtherKnown = this.backEpoch[other] === this.epoch;
    if (!isKnown && !isOtherKnown) return FIRST_RENAME;
    return isKnown && isOtherKnown && this.forth[name] === other ? EXACT : BROKEN_RENAME;
  }

  /** Whether the pair is known and consistent. */
  knows(name: number, other: number): boolean {
    return this.peek(name, other) === EXACT;
  }
}
