import { CodeLines } from "./code-lines.ts";
import { EXACT, Renaming } from "./renaming.ts";
import { HASH_MASK, KIND_MASK, TEXT_MASK, WORD } from "./tokenize/token-code.ts";

/** Scores are in half tokens. */
const OTHER_LITERAL = 1;
/** For each token of the longer side of a gap. */
const GAP_COST = 0.5;
const GIVE_UP_BELOW_BEST = 64;
/** A gap is bridged when what follows is worth this much. */
const RESUME_WORTH = 10;
const SURE_WORTH = 20;
const PROBE_TOKENS = 24;
/** Fewer tokens are never worth that much, even if all are the same. */
const LEAST_AHEAD = 6;
const INLINE_GAP = 4;
const GAP_LINES = 4;
const LINE_TOKENS = 60;
/** Shorter agreement without a gap is not followed up. */
const MIN_RUN = 24;
/** In one direction. */
const MAX_PIECES = 64;

const noCode = new CodeLines(new Uint16Array(0));

/** A token of a seed in one of the two files. */
export interface SeedPlace {
  readonly code: CodeLines;
  readonly at: number;
}

/**
 * Grows a seed into the longest run of corresponding pieces of two files: Type-1 and Type-2 clones are one piece,
 * Type-3 clones are several with gaps of a few tokens or up to four lines between them. Names may differ as long as
 * they do so consistently. The score falls in gaps; the end is where it was highest (X-drop, as in BLAST).
 */
export class Chain {
  /** Pieces in order: from and to (exclusive) in the first file, then in the second; four entries each. */
  pieces = new Int32Array(MAX_PIECES * 4);
  piecesCount = 0;

  private a: Uint16Array = noCode.tokens;
  private b: Uint16Array = noCode.tokens;
  private codeA = noCode;
  private codeB = noCode;
  private readonly names = new Renaming();
  private readonly ahead = new Int32Array(MAX_PIECES * 4);
  private readonly behind = new Int32Array(MAX_PIECES * 4);
  private readonly starts = new Int32Array(GAP_LINES + 1);
  private readonly otherStarts = new Int32Array(GAP_LINES + 1);
  /** Of the places where the files may agree again. */
  private readonly forms = new Int32Array(INLINE_GAP + 1);
  private readonly otherForms = new Int32Array(Math.max(INLINE_GAP, GAP_LINES) + 1);
  private gapA = 0;
  private gapB = 0;
  private rollBack = 0;

  /**
   * `isSame` when both are one file: the pieces then never overlap.
   */
  grow(
    { code: codeA, at: atA }: SeedPlace,
    { code: codeB, at: atB }: SeedPlace,
    isSame: boolean,
    seedTokens: number,
  ): void {
    const a = (this.a = codeA.tokens);
    const b = (this.b = codeB.tokens);
    this.codeA = codeA;
    this.codeB = codeB;
    this.names.clear();
    this.piecesCount = 0;
    if (!this.isWorthwhile(atA, atB, isSame)) return;
    const count = this.extend(1, atA, isSame ? atB : a.length, atB, b.length, this.ahead);
    const endA = count > 0 ? this.ahead[(count - 1) * 4 + 1]! : atA;
    const limitB = isSame ? Math.max(endA, atA + Math.min(seedTokens, atB - atA)) - 1 : -1;
    const before = this.extend(-1, atA - 1, -1, atB - 1, limitB, this.behind);
    for (let k = (before - 1) * 4; k >= 0; k -= 4) {
      const { behind } = this;
      this.add(behind[k + 1]! + 1, behind[k]! + 1, behind[k + 3]! + 1, behind[k + 2]! + 1);
    }
    for (let k = 0; k < count * 4; k += 4) {
      const { ahead } = this;
      this.add(ahead[k]!, ahead[k + 1]!, ahead[k + 2]!, ahead[k + 3]!);
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
    put(this.pieces, this.piecesCount++, fromA, toA, fromB, toB);
  }

  /** Pieces in one direction go to `found` (from, to in that direction; in `a`, then in `b`); returns their number. */
  private extend(
    step: 1 | -1,
    startA: number,
    limitA: number,
    startB: number,
    limitB: number,
    found: Int32Array,
  ): number {
    const { a, b, names } = this;
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
    for (;;) {
      let left = Math.min((limitA - i) * step, (limitB - j) * step);
      let isBest = false;
      for (; left > 0; left--) {
        const x = a[i]!;
        const y = b[j]!;
        const difference = (x ^ y) & TEXT_MASK;
        const kind = x & KIND_MASK;
        if (difference !== 0 && ((difference & KIND_MASK) !== 0 || kind === 0)) break;
        if (kind === WORD) score += names.score(x & HASH_MASK, y & HASH_MASK);
        else score += difference === 0 ? EXACT : OTHER_LITERAL;
        i += step;
        j += step;
        if (score > best) {
          best = score;
          bestA = i;
          isBest = true;
        } else if (score < best - GIVE_UP_BELOW_BEST) break;
      }
      if (isBest) {
        bestB = bestA + j - i;
        bestCount = count;
        bestPieceA = pieceA;
        bestPieceB = pieceB;
      }
      if (left <= 0) break;
      if (score < best - GIVE_UP_BELOW_BEST || count >= MAX_PIECES - 1) break;
      const room = Math.abs(i - pieceA);
      // A piece shorter than the gap before it is no footing for a further gap.
      if (count > 0 && room < lastGap) break;
      if (!this.bridge(step, i, limitA, j, limitB, room)) break;
      i -= this.rollBack * step;
      j -= this.rollBack * step;
      const gap = Math.max(Math.abs(this.gapA - i), Math.abs(this.gapB - j));
      score -= this.rollBack * EXACT + gap * GAP_COST;
      lastGap = gap;
      put(found, count++, pieceA, i, pieceB, j);
      i = pieceA = this.gapA;
      j = pieceB = this.gapB;
    }
    if (bestA === bestPieceA) return bestCount;
    put(found, bestCount, bestPieceA, bestA, bestPieceB, bestB);
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
    const { a, b, starts, otherStarts, forms, otherForms } = this;
    let best = RESUME_WORTH - 1;
    this.rollBack = 0;
    const mostLeft = formsFrom(a, i, limitA, step, forms);
    const mostRight = formsFrom(b, j, limitB, step, otherForms);
    for (let total = 1; total <= INLINE_GAP + 2; total++) {
      const last = Math.min(total, mostLeft);
      for (let left = Math.max(0, total - mostRight); left <= last; left++) {
        const right = total - left;
        if (forms[left] !== otherForms[right]) continue;
        const worth = this.probe(step, i + left * step, limitA, j + right * step, limitB) - total;
        if (worth > best) {
          best = worth;
          this.gapA = i + left * step;
          this.gapB = j + right * step;
        }
      }
      if (best >= SURE_WORTH) return true;
    }
    const countA = lineStarts(step, i, limitA, this.codeA, room, starts);
    const countB = lineStarts(step, j, limitB, this.codeB, room, otherStarts);
    const backA = Math.abs(i - starts[0]!);
    const backB = Math.abs(j - otherStarts[0]!);
    for (let q = 0; q < countB; q++) otherForms[q] = formAt(b, otherStarts[q]!, limitB, step);
    for (let p = 0; p < countA; p++) {
      const at = starts[p]!;
      if ((limitA - at) * step < LEAST_AHEAD) break;
      const form = formAt(a, at, limitA, step);
      for (let q = 0; q < countB; q++) {
        const other = otherStarts[q]!;
        if (form !== otherForms[q] || p + q === 0 || (limitB - other) * step < LEAST_AHEAD)
          continue;
        const back = Math.max(p === 0 ? backA : 0, q === 0 ? backB : 0);
        if (back > room) continue;
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

/** Eight bits of what must agree: the kind of a name or literal, the text of anything else. */
function formOf(token: number): number {
  const kind = token & KIND_MASK;
  return kind === 0 ? token & 0xff : kind >>> 8;
}

/** The forms of four tokens from each of the next places on, eight bits each; returns the last place with enough ahead. */
function formsFrom(
  tokens: Uint16Array,
  at: number,
  limit: number,
  step: 1 | -1,
  into: Int32Array,
): number {
  const last = Math.min(INLINE_GAP, (limit - at) * step - LEAST_AHEAD);
  let form = 0;
  for (let k = last + 3; k >= 0; k--) {
    form = (form << 8) | formOf(tokens[at + k * step]!);
    if (k <= last) into[k] = form;
  }
  return last;
}

/** As in `formsFrom`, at one place; 0 where too little is ahead. */
function formAt(tokens: Uint16Array, at: number, limit: number, step: 1 | -1): number {
  if ((limit - at) * step < LEAST_AHEAD) return 0;
  return (
    formOf(tokens[at]!) |
    (formOf(tokens[at + step]!) << 8) |
    (formOf(tokens[at + 2 * step]!) << 16) |
    (formOf(tokens[at + 3 * step]!) << 24)
  );
}

/** The start of the current line (in the direction of `step`), then those of the next lines; returns their number. */
function lineStarts(
  step: 1 | -1,
  at: number,
  limit: number,
  code: CodeLines,
  room: number,
  into: Int32Array,
): number {
  const most = Math.min(room, LINE_TOKENS);
  const ahead = Math.min((limit - at) * step - 1, LINE_TOKENS * GAP_LINES + 1);
  let count = 1;
  if (step === 1) {
    into[0] = Math.max(code.startAt(at), at - most);
    let start = code.endAt(at);
    for (; start <= at + ahead && count <= GAP_LINES; start = code.endAt(start))
      into[count++] = start;
    return count;
  }
  // Going backwards a line begins where it ends: before the next one's first token.
  into[0] = Math.min(code.endAt(at) - 1, at + most);
  let start = code.startAt(at);
  for (; start > at - ahead && count <= GAP_LINES; start = code.startAt(start - 1))
    into[count++] = start - 1;
  return count;
}

function put(into: Int32Array, index: number, a: number, b: number, c: number, d: number): void {
  const at = index * 4;
  into[at] = a;
  into[at + 1] = b;
  into[at + 2] = c;
  into[at + 3] = d;
}
