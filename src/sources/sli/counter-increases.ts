import type { SliSlice } from "#evidence/sli-series.ts";
import type { CounterPart } from "#vocabulary/reliability.ts";

/** Running totals at one time; `part` counts good or bad events. */
export interface CounterSample {
  readonly at: number;
  readonly part: number;
  readonly total: number;
  readonly line: number;
}

export interface Increases {
  readonly sliceSeconds: number;
  readonly slices: readonly SliSlice[];
  readonly resetsCount: number;
  readonly gapsCount: number;
}

const niceSlices = [60, 300, 900, 3_600, 21_600, 86_400];
/** Longer silence than this many usual intervals is a gap (Prometheus calls a series stale after five of a minute). */
const gapIntervals = 5;
/** So much of an interval a reading may come late or early and still be meant for its border. */
const latenessShare = 0.02;

/**
 * Events by slice from running totals, oldest sample first. A counter that falls was reset: it has risen by its new value since
 * (as Prometheus' increase, without extrapolation), and each of the two is reset on its own. An interval's events are spread over the slices it touches; those of a
 * gap stand where the counter is seen again, so that none is lost, and the slices inside the gap count as not observed.
 */
export function increasesOf(raw: readonly CounterSample[], numerator: CounterPart): Increases {
  const usual = median(raw.slice(1).map((one, index) => one.at - (raw[index]?.at ?? 0)));
  const sliceSeconds =
    niceSlices.find((seconds) => seconds * (1 + latenessShare) >= usual) ?? 86_400;
  const samples = punctual(raw, sliceSeconds, usual * latenessShare);
  const slices = new Map<number, SliSlice>();
  let resetsCount = 0;
  let gapsCount = 0;
  samples.slice(1).forEach((sample, index) => {
    const before = samples[index];
    if (before === undefined) return;
    if (sample.total < before.total || sample.part < before.part) resetsCount++;
    const total = rise(before.total, sample.total);
    const part = Math.min(total, rise(before.part, sample.part));
    const good = numerator === "good" ? part : total - part;
    const isGap = sample.at - before.at > gapIntervals * usual;
    if (isGap) gapsCount++;
    const from = isGap ? Math.max(before.at, sample.at - usual) : before.at;
    spread(slices, sliceSeconds, { from, to: sample.at, good, total, line: sample.line });
  });
  const sorted = [...slices.values()].sort((one, other) => one.at - other.at);
  return { sliceSeconds, slices: sorted, resetsCount, gapsCount };
}

/**
 * Samples that were due at the border of a slice stand there, though they were read some moments late: else the events of one
 * slice leak into the next.
 */
function punctual(
  samples: readonly CounterSample[],
  sliceSeconds: number,
  lateness: number,
): readonly CounterSample[] {
  const moved = samples.map((one) => {
    const border = Math.round(one.at / sliceSeconds) * sliceSeconds;
    return Math.abs(one.at - border) <= lateness ? { ...one, at: border } : one;
  });
  const isInOrder = moved.every(
    (one, index) => index === 0 || one.at > (moved[index - 1]?.at ?? 0),
  );
  return isInOrder ? moved : samples;
}

/** Slices of several series (two pods) as those of one: the events of all, in the coarsest of their slices. */
export function together(all: readonly Increases[]): Increases {
  const [first] = all;
  if (all.length === 1 && first !== undefined) return first;
  const sliceSeconds = all.reduce((most, one) => Math.max(most, one.sliceSeconds), 0);
  const slices = new Map<number, SliSlice>();
  for (const one of all)
    for (const { at: start, good, total, line } of one.slices) {
      const at = Math.floor(start / sliceSeconds) * sliceSeconds;
      const known = slices.get(at);
      slices.set(at, {
        at,
        good: good + (known?.good ?? 0),
        total: total + (known?.total ?? 0),
        line: known?.line ?? line,
      });
    }
  const count = (of: (one: Increases) => number): number =>
    all.reduce((sum, one) => sum + of(one), 0);
  return {
    sliceSeconds,
    slices: [...slices.values()].sort((one, other) => one.at - other.at),
    resetsCount: count((one) => one.resetsCount),
    gapsCount: count((one) => one.gapsCount),
  };
}

function rise(before: number, after: number): number {
  return after < before ? after : after - before;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly good: number;
  readonly total: number;
  readonly line: number;
}

export function spread(
  slices: Map<number, SliSlice>,
  sliceSeconds: number,
  stretch: Stretch,
): void {
  const { from, to, good, total, line } = stretch;
  for (let at = Math.floor(from / sliceSeconds) * sliceSeconds; at < to; at += sliceSeconds) {
    const share = (Math.min(to, at + sliceSeconds) - Math.max(from, at)) / (to - from);
    const slice = slices.get(at) ?? { at, good: 0, total: 0, line };
    slices.set(at, {
      at,
      good: slice.good + good * share,
      total: slice.total + total * share,
      line,
    });
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 60;
}
