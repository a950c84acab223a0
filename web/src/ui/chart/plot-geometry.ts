import type { Axis, Tick } from "./axis.ts";
import { eventsHeight, placeEvents, type EventLine, type PlacedEvent } from "./event-rows.ts";
import { placeLabels } from "./label-places.ts";
import { linearScale, type Extent, type Scale } from "./scale.ts";
import type { Tone } from "./tone.ts";
import { widthOfWords, wrapWords } from "./words-width.ts";

export const axisWordSize = 12;
export const labelSize = 13;
export const lineHeight = 16;
const gap = 8;
const labelWidthAtMost = 150;
/** Labels are bold. */
const boldness = 1.1;
const pixelsPerTick = { x: 92, y: 46 };

/** Words at the end of a line, level with it. */
export interface EndLabel {
  /** Where the line ends, in the units of the axes. */
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly tone: Tone;
}

export interface PlacedLabel {
  readonly tone: Tone;
  readonly lines: readonly string[];
  /** The end of the line, in pixels. */
  readonly from: { readonly x: number; readonly y: number };
  /** Left edge and middle of the words. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedTick extends Tick {
  readonly place: number;
  readonly anchor: "start" | "middle" | "end";
}

export interface PlotInput {
  readonly width: number;
  readonly height: number;
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  readonly labels: readonly EndLabel[];
  readonly events: readonly EventLine[];
}

/** Everything of a plot but its marks, in pixels of its viewBox. */
export interface PlotGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly PlacedTick[];
  readonly xNotes: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
  readonly labels: readonly PlacedLabel[];
  readonly events: readonly PlacedEvent[];
}

export function plotGeometry(input: PlotInput): PlotGeometry {
  const { width, height, xAxis, yAxis } = input;
  const yWords = yAxis.ticks(Math.max(2, Math.floor(height / pixelsPerTick.y)));
  const left = Math.ceil(gap + Math.max(0, ...yWords.map(widthOfTick)));
  const words = labelLines(input);
  const right = width - marginOf(words);
  const x = linearScale(xAxis.domain, [left, Math.max(left + 1, right)]);
  const events = placeEvents(input.events, x, width);
  const ticks = xAxis.ticks(Math.max(2, Math.floor((right - left) / pixelsPerTick.x)));
  const { notes = [] } = xAxis;
  const bottom = height - (notes.length > 0 ? 2 : 1) * lineHeight - gap;
  const top = eventsHeight(events);
  const y = linearScale(yAxis.domain, [bottom, top]);
  return {
    width,
    height,
    left,
    right: Math.max(left + 1, right),
    top,
    bottom,
    x,
    y,
    xTicks: evenTicks(ticks, x, width),
    xNotes: notesWithoutOverlap(notes, x, width),
    yTicks: yWords.map((tick) => ({ ...tick, place: y(tick.at), anchor: "end" })),
    labels: placedLabels(input.labels, words, { x, y, right, extent: [top - gap, bottom + gap] }),
    events,
  };
}

function widthOfTick({ words }: Tick): number {
  return widthOfWords(words, axisWordSize);
}

function labelLines({ labels, width }: PlotInput): readonly (readonly string[])[] {
  const most = Math.min(labelWidthAtMost, width * 0.3);
  return labels.map(({ words }) =>
    wrapWords(words, { width: most, size: labelSize * boldness, linesAtMost: 2 }),
  );
}

function marginOf(words: readonly (readonly string[])[]): number {
  const widths = words.flat().map((line) => widthOfWords(line, labelSize * boldness));
  return widths.length === 0 ? 12 : Math.ceil(Math.max(...widths) + 2 * gap);
}

/** Every tick, or every second, third …: as many as have room, in even steps. */
function evenTicks(ticks: readonly Tick[], x: Scale, width: number): readonly PlacedTick[] {
  for (let step = 1; step < ticks.length; step++) {
    const some = ticks.filter((_, index) => index % step === 0);
    const placed = ticksWithoutOverlap(some, x, width);
    if (placed.length === some.length) return placed;
  }
  return ticksWithoutOverlap(ticks.slice(0, 1), x, width);
}

/** From left to right, each where the one before leaves room; those at the ends stay within the picture. */
function ticksWithoutOverlap(
  ticks: readonly Tick[],
  x: Scale,
  width: number,
): readonly PlacedTick[] {
  const placed: PlacedTick[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  for (const tick of ticks) {
    const place = x(tick.at);
    const half = widthOfTick(tick) / 2;
    const anchor = place < half ? "start" : place > width - half ? "end" : "middle";
    const own = { ...tick, place, anchor } as const;
    const from = startOf(own);
    if (from < taken + gap) continue;
    taken = from + 2 * half;
    placed.push(own);
  }
  return placed;
}

/** The last, and before it those that leave it room. */
function notesWithoutOverlap(
  notes: readonly Tick[],
  x: Scale,
  width: number,
): readonly PlacedTick[] {
  const last = ticksWithoutOverlap(notes.slice(-1), x, width);
  const end = Math.min(...last.map(startOf)) - gap;
  return [
    ...ticksWithoutOverlap(notes.slice(0, -1), x, width).filter(
      (note) => startOf(note) + widthOfTick(note) <= end,
    ),
    ...last,
  ];
}

function startOf(tick: PlacedTick): number {
  const share = { start: 0, middle: 0.5, end: 1 }[tick.anchor];
  return tick.place - share * widthOfTick(tick);
}

function placedLabels(
  labels: readonly EndLabel[],
  words: readonly (readonly string[])[],
  { x, y, right, extent }: { x: Scale; y: Scale; right: number; extent: Extent },
): readonly PlacedLabel[] {
  const middles = placeLabels(
    labels.map((label, index) => ({
      y: y(label.y),
      height: (words[index]?.length ?? 1) * lineHeight,
    })),
    extent,
  );
  return labels.map((label, index) => ({
    tone: label.tone,
    lines: words[index] ?? [],
    from: { x: x(label.x), y: y(label.y) },
    x: right + gap,
    y: middles[index] ?? 0,
  }));
}
