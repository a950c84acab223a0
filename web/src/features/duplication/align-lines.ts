import { diffArrays, diffWordsWithSpace } from "diff";
import { pairLines } from "./pair-lines.ts";

export interface Piece {
  readonly text: string;
  readonly isSame: boolean;
}

interface AlignedLine {
  /** Counted from the first line of its text. */
  readonly number: number;
  readonly pieces: readonly Piece[];
}

export interface AlignedRow {
  readonly left: AlignedLine | null;
  readonly right: AlignedLine | null;
  readonly isSame: boolean;
}

/** Lines of two texts side by side; changed lines that stand opposite each other are compared word by word. */
export function alignLines(left: string, right: string): AlignedRow[] {
  const rows: AlignedRow[] = [];
  let leftAt = 0;
  let rightAt = 0;
  let removed: string[] = [];
  const settle = (added: readonly string[]): void => {
    for (const [before, after] of pairLines(removed, added)) {
      rows.push(changedRow(before, after, leftAt, rightAt));
      if (before !== undefined) leftAt++;
      if (after !== undefined) rightAt++;
    }
    removed = [];
  };
  const same = (a: string, b: string): boolean => a.trim() === b.trim();
  for (const part of diffArrays(left.split("\n"), right.split("\n"), { comparator: same })) {
    if (part.removed) removed = part.value;
    else if (part.added) settle(part.value);
    else {
      settle([]);
      for (const text of part.value) {
        const pieces = [{ text, isSame: true }];
        rows.push({
          left: { number: leftAt++, pieces },
          right: { number: rightAt++, pieces },
          isSame: true,
        });
      }
    }
  }
  settle([]);
  return rows;
}

function changedRow(
  removed: string | undefined,
  added: string | undefined,
  leftNumber: number,
  rightNumber: number,
): AlignedRow {
  const parts =
    removed === undefined || added === undefined ? null : diffWordsWithSpace(removed, added);
  const whole = (text: string | undefined): Piece[] => [{ text: text ?? "", isSame: false }];
  const side = (isLeft: boolean): Piece[] =>
    parts === null
      ? whole(isLeft ? removed : added)
      : parts
          .filter((part) => (isLeft ? !part.added : !part.removed))
          .map((part) => ({ text: part.value, isSame: !part.added && !part.removed }));
  return {
    left: removed === undefined ? null : { number: leftNumber, pieces: side(true) },
    right: added === undefined ? null : { number: rightNumber, pieces: side(false) },
    isSame: false,
  };
}
