import type { Scale } from "./scale.ts";
import { fitWords, widthOfWords } from "./words-width.ts";

/** A thin vertical with a word. */
export interface EventLine {
  readonly at: number;
  readonly word: string;
  readonly kind: "release" | "wave" | "mandate" | "as-of";
}

export interface PlacedEvent extends EventLine {
  /** Of the vertical, in pixels. */
  readonly x: number;
  /** Its word, without its middle where the whole picture is too narrow for it. */
  readonly shown: string;
  /** Where the word begins and ends. */
  readonly from: number;
  readonly to: number;
  /** 0 is the row next to the plot. Null: no row has room for the word. */
  readonly row: number | null;
}

export const eventWordSize = 12;
const rowHeight = 16;
const rowsAtMost = 3;
const gap = 8;
const firstOf: Readonly<Record<EventLine["kind"], number>> = {
  "as-of": 0,
  mandate: 1,
  wave: 2,
  release: 3,
};

/**
 * Words go to different rows where they would run into each other, and stay within `width`. What matters more is placed
 * first, of the same the newest: what finds no row keeps its vertical.
 */
export function placeEvents(
  events: readonly EventLine[],
  scale: Scale,
  width: number,
): readonly PlacedEvent[] {
  const rows: { from: number; to: number }[][] = [];
  const order = [...events].sort(
    (a, b) => firstOf[a.kind] - firstOf[b.kind] || b.at - a.at || a.word.localeCompare(b.word),
  );
  return order
    .map((event) => {
      const x = scale(event.at);
      const shown = fitWords(event.word, width, eventWordSize);
      const wordWidth = Math.min(width, widthOfWords(shown, eventWordSize));
      const from = Math.max(0, Math.min(width - wordWidth, x - wordWidth / 2));
      const to = from + wordWidth;
      const isFree = (taken: readonly { from: number; to: number }[]): boolean =>
        taken.every((one) => to + gap <= one.from || one.to + gap <= from);
      let row = rows.findIndex(isFree);
      if (row === -1 && rows.length < rowsAtMost) row = rows.push([]) - 1;
      rows[row]?.push({ from, to });
      const { at, word, kind } = event;
      return { at, word, kind, shown, x, from, to, row: row === -1 ? null : row };
    })
    .sort((a, b) => a.at - b.at);
}

/** Pixels that the rows of words take above the plot. */
export function eventsHeight(events: readonly Pick<PlacedEvent, "row">[]): number {
  const rows = events.map(({ row }) => (row ?? 0) + 1);
  return rows.length === 0 ? 12 : 10 + rowHeight * Math.max(...rows);
}

/** The line that the words of a row stand on, above the top of the plot. */
export function rowBase(top: number, row: number): number {
  return top - 7 - row * rowHeight;
}
