import { nice, ticks } from "d3-array";
import { utcTicks } from "d3-time";
import { dateWords, monthWords, numberWords, percentWords } from "../words.ts";
import type { Extent } from "./scale.ts";

export interface Tick {
  /** In the unit of the axis. */
  readonly at: number;
  readonly words: string;
}

export interface Axis {
  readonly domain: Extent;
  /** About `count` of them, none outside the domain, in rising order. */
  readonly ticks: (count: number) => readonly Tick[];
  /** A row below the ticks, of what is true at just these places; those without room are left out, the last never. */
  readonly notes?: readonly Tick[];
}

const stepsAtMost = 4;

/** Whole numbers from zero to a round number that holds the largest. */
export function countAxis(largest: number): Axis {
  const most = Math.max(1, Math.ceil(largest));
  const steps = Math.min(stepsAtMost, most);
  const [, max] = nice(0, most, steps);
  return {
    domain: [0, max],
    ticks: (count) =>
      ticks(0, max, Math.min(count, steps))
        .filter(Number.isInteger)
        .map((at) => ({ at, words: numberWords(at) })),
  };
}

/** Shares of one; `lowest` below 0 where more than all was spent. */
export function shareAxis(lowest = 0): Axis {
  const [min] = lowest < 0 ? nice(lowest, 1, stepsAtMost) : [0];
  return {
    domain: [min, 1],
    ticks: (count) =>
      ticks(min, 1, Math.min(count, stepsAtMost)).map((at) => ({
        at,
        words: percentWords(at),
      })),
  };
}

/** Milliseconds since the epoch, in UTC, no finer than days. The first tick and each January say the year. */
export function timeAxis([from, to]: Extent): Axis {
  return {
    domain: [from, to],
    ticks: (count) => {
      const found = midnights([from, to], Math.max(1, count));
      const shown = found.length > 0 ? found : [from];
      const isByDay = shown.some((at) => new Date(at).getUTCDate() !== 1);
      return shown.map((at, index) => {
        const words = isByDay ? dayWords(at, index === 0) : calendarWords(at, index === 0);
        return { at, words };
      });
    },
  };
}

const day = 86_400_000;
const triesAtMost = 6;

/** About `count`, and no fewer than two where the domain has them: one year alone says nothing of how time passes. */
function midnights([from, to]: Extent, count: number): readonly number[] {
  if (from >= to) return [];
  let found: readonly number[] = [];
  for (let more = 0; more < triesAtMost && found.length < 2; more++)
    found = utcTicks(new Date(from), new Date(to), count + more)
      .map(Number)
      .filter((at) => at >= from && at <= to && at % day === 0);
  return found;
}

function dayWords(at: number, isFirst: boolean): string {
  return isFirst ? dateWords(at) : dateWords(at).replace(/ \d{4}$/, "");
}

function calendarWords(at: number, isFirst: boolean): string {
  if (new Date(at).getUTCMonth() === 0) return String(new Date(at).getUTCFullYear());
  return isFirst ? monthWords(at) : monthWords(at).slice(0, 3);
}
