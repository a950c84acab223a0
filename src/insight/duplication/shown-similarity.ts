import type { CodeLines } from "./code-lines.ts";

/** A stretch of one file, in tokens: what was compared, and what is shown for it. */
export interface Stretch {
  readonly code: CodeLines;
  readonly from: number;
  readonly to: number;
  readonly shownFrom: number;
  readonly shownTo: number;
}

/**
 * Similarity of what is shown, per mille, from that of what was compared: at least so many of the lines shown are alike. Lines
 * that were compared and are not shown may have been, those that are shown and were not compared are not.
 */
export function shownSimilarity(compared: number, a: Stretch, b: Stretch): number {
  if (isWhole(a) && isWhole(b)) return compared;
  const lines = Math.max(a.code.linesOf(a.from, a.to), b.code.linesOf(b.from, b.to));
  const alike = Math.ceil((compared * lines) / 1000) - linesOutside(a) - linesOutside(b);
  const shown = Math.max(
    a.code.linesOf(a.shownFrom, a.shownTo),
    b.code.linesOf(b.shownFrom, b.shownTo),
  );
  return Math.max(0, Math.floor((1000 * alike) / shown));
}

function isWhole({ from, to, shownFrom, shownTo }: Stretch): boolean {
  return from === shownFrom && to === shownTo;
}

function linesOutside({ code, from, to, shownFrom, shownTo }: Stretch): number {
  const before = from < shownFrom ? code.linesOf(from, Math.min(to, shownFrom)) : 0;
  const after = shownTo < to ? code.linesOf(Math.max(from, shownTo), to) : 0;
  return before + after;
}
