import type { Palette } from "./palette.ts";

/** A thin vertical with a word. */
export interface EventLine {
  readonly at: number;
  readonly word: string;
  readonly kind: "release" | "wave" | "mandate" | "as-of";
}

const rowHeight = 15;

/** Words that would run into each other go to different rows above the plot. */
export function eventRows(
  events: readonly EventLine[],
  pixelsPer: (at: number) => number,
): readonly (EventLine & { readonly row: number })[] {
  const ends: number[] = [];
  return [...events]
    .sort((a, b) => a.at - b.at)
    .map((event) => {
      const half = event.word.length * 3.4 + 4;
      const x = pixelsPer(event.at);
      const free = ends.findIndex((end) => end < x - half);
      const row = free === -1 ? ends.length : free;
      ends[row] = x + half;
      return { at: event.at, word: event.word, kind: event.kind, row };
    });
}

export function eventMarkLine(
  events: readonly (EventLine & { readonly row: number })[],
  palette: Palette,
): object {
  return {
    silent: true,
    symbol: "none",
    data: events.map((event) => ({
      xAxis: event.at,
      lineStyle: {
        color: event.kind === "as-of" ? palette.ink : palette.quiet,
        type: event.kind === "release" ? "dotted" : "solid",
        width: 1,
      },
      label: {
        formatter: () => event.word,
        position: "end",
        distance: 10 + event.row * rowHeight,
        color: palette.ink,
        fontSize: 11,
        fontFamily: palette.font,
      },
    })),
  };
}

export function eventsHeight(events: readonly { readonly row: number }[]): number {
  return 20 + rowHeight * (1 + Math.max(0, ...events.map((event) => event.row)));
}

export function axisText(palette: Palette): object {
  return { color: palette.quiet, fontSize: 12, fontFamily: palette.font };
}

/** A tooltip built from text nodes: names and versions from repositories never become markup. */
export function textTooltip(palette: Palette, textAt: (x: number) => string): object {
  return {
    trigger: "axis",
    axisPointer: { type: "line", lineStyle: { color: palette.ink, width: 1 } },
    backgroundColor: palette.paper,
    borderColor: palette.line,
    padding: [6, 10],
    confine: true,
    transitionDuration: 0,
    formatter: (points: unknown): HTMLElement => {
      const box = document.createElement("div");
      box.className = "chart-tip";
      box.textContent = textAt(axisValueOf(points));
      return box;
    },
  };
}

function axisValueOf(points: unknown): number {
  const first: unknown = Array.isArray(points) ? points[0] : points;
  const isPoint = typeof first === "object" && first !== null && "axisValue" in first;
  return isPoint ? Number(first.axisValue) : Number.NaN;
}
