import { median } from "d3-array";
import { monthWords } from "../words.ts";
import { placeLabels } from "./label-places.ts";
import { linearScale } from "./scale.ts";
import { linePath, lonePlaces, type Place } from "./shapes.ts";
import { fitWords, widthOfWords } from "./words-width.ts";

/** A series of a tile, oldest first, with the words of its values. */
export interface TrendTile {
  readonly points: readonly {
    /** When its span began. */
    readonly at: string;
    /** Null: not known. */
    readonly value: number | null;
    /** Its span is not over. */
    readonly isPartial?: boolean;
  }[];
  readonly format: (value: number) => string;
}

export const trendHeight = 64;
export const trendWordSize = 12;
const inset = 6;
const gap = 8;
const columnShare = 0.52;
/** The value is written in bold, which is wider. */
const bold = trendWordSize * 1.1;

interface Word {
  readonly words: string;
  readonly kind: "value" | "usual" | "so-far";
  readonly y: number;
}

interface TrendGeometry {
  readonly line: string;
  /** Between gaps. */
  readonly lone: readonly { readonly x: number; readonly y: number }[];
  /** The last span that is over. */
  readonly last: { readonly x: number; readonly y: number } | null;
  /** The median of all before it. */
  readonly usual: { readonly y: number; readonly end: number } | null;
  /** The span that is not over. */
  readonly soFar: { readonly x: number; readonly y: number } | null;
  readonly words: readonly Word[];
  readonly wordsAt: number;
  readonly base: number;
}

/** What a trend says: the last whole span, the median of its own past, and the span that is not over. */
export function trendFigures({ points }: Pick<TrendTile, "points">) {
  const last = points.at(-1);
  const isPartial = last?.isPartial === true;
  const whole = isPartial ? points.slice(0, -1) : points;
  const lastKnown = whole.findLastIndex(({ value }) => value !== null);
  const past = whole.slice(0, Math.max(0, lastKnown)).flatMap(({ value }) => value ?? []);
  return {
    whole,
    /** Position of the last whole span with a value; -1: there is none. */
    lastKnown,
    usual: past.length < 2 ? null : (median(past) ?? null),
    soFar: isPartial ? (last.value ?? null) : null,
  };
}

/** The fullest form that there is room for; the shortest without its middle where there is none. */
function firstThatFits(forms: readonly string[], room: number): string {
  const fitting = forms.find((words) => widthOfWords(words, bold) <= room);
  return fitting ?? fitWords(forms.at(-1) ?? "", room, bold);
}

/** From zero, as wide as a tile; the words stand in a column at its right, none over another. */
export function trendGeometry(tile: TrendTile, width: number): TrendGeometry {
  const { points, format } = tile;
  const { whole, lastKnown, usual, soFar } = trendFigures(tile);
  const lastValue = whole[lastKnown]?.value ?? null;
  const values = [...points.map(({ value }) => value ?? 0), usual ?? 0];
  const [bottom, top] = [trendHeight - inset, inset + 2];
  const y = linearScale([Math.min(0, ...values), Math.max(0, ...values) || 1], [bottom, top]);
  const room = width * columnShare;
  const wanted = [
    { kind: "value" as const, value: lastValue, forms: (text: string) => [text] },
    { kind: "so-far" as const, value: soFar, forms: (text: string) => [`${text} so far`, text] },
    { kind: "usual" as const, value: usual, forms: (text: string) => [`usual ${text}`, "usual"] },
  ].flatMap(({ kind, value, forms }) => {
    if (value === null) return [];
    return [{ kind, y: y(value), words: firstThatFits(forms(format(value)), room) }];
  });
  const column = Math.max(0, ...wanted.map(({ words }) => widthOfWords(words, bold)));
  const wordsAt = width - column;
  const x = linearScale([0, Math.max(1, points.length - 1)], [3, wordsAt - gap - 4]);
  const middles = placeLabels(
    wanted.map((one) => ({ y: one.y, height: trendWordSize + 4 })),
    [0, trendHeight],
  );
  const places: Place[] = whole.map(({ value }, index) => ({
    x: x(index),
    y: value === null ? null : y(value),
  }));
  return {
    line: linePath(places, "straight"),
    lone: lonePlaces(places),
    last: lastValue === null ? null : { x: x(lastKnown), y: y(lastValue) },
    usual: usual === null ? null : { y: y(usual), end: wordsAt - gap },
    soFar: soFar === null ? null : { x: x(points.length - 1), y: y(soFar) },
    words: wanted.map(({ kind, words }, index) => ({
      kind,
      words,
      y: middles[index] ?? 0,
    })),
    wordsAt,
    base: y(0),
  };
}

/** The same in words, for who does not see it. */
export function trendWords(tile: TrendTile): string {
  const { points, format } = tile;
  const { whole, lastKnown, usual, soFar } = trendFigures(tile);
  const last = whole[lastKnown];
  const parts = [
    last === undefined || last.value === null
      ? "no whole span is known"
      : `${format(last.value)} in the span from ${monthWords(last.at)}`,
    ...(usual === null ? [] : [`usually ${format(usual)} before`]),
    ...(soFar === null
      ? []
      : [`${format(soFar)} so far from ${monthWords(points.at(-1)?.at ?? "")}`]),
  ];
  return parts.join(", ");
}
