import type { SliSeries, SliSlice } from "#evidence/sli-series.ts";
import { meets } from "./exact-ratio.ts";

/** The series in coarser slices; null where `seconds` is no multiple of its own, finer ones included. */
export function inSlices(series: SliSeries, seconds: number): SliSeries | null {
  if (seconds === series.sliceSeconds) return series;
  if (seconds < series.sliceSeconds || seconds % series.sliceSeconds !== 0) return null;
  const slices: SliSlice[] = [];
  for (const slice of series.slices) {
    const at = Math.floor(slice.at / seconds) * seconds;
    const last = slices.at(-1);
    if (last?.at === at)
      slices[slices.length - 1] = {
        ...last,
        good: last.good + slice.good,
        total: last.total + slice.total,
      };
    else slices.push({ ...slice, at });
  }
  return { ...series, sliceSeconds: seconds, slices };
}

/** Something since `from` was counted over a stretch that lies in more than one slice of `seconds`: nobody knows in which it was. */
export function isCountedAcross({ stretches }: SliSeries, seconds: number, from: number): boolean {
  return (stretches ?? []).some(
    (one) => one.to > from && Math.floor(one.from / seconds) !== Math.ceil(one.to / seconds) - 1,
  );
}

/**
 * The series in which each slice is one unit, as the budgeting methods that count time want it: bad or good against a
 * target (Timeslices), or by its ratio (RatioTimeslices, `sliceTarget` null). Slices without events are not judged: left out.
 */
export function bySlice(series: SliSeries, sliceTarget: number | null): SliSeries {
  const slices = series.slices.flatMap((slice) => {
    if (slice.total <= 0) return [];
    const good =
      sliceTarget === null
        ? slice.good / slice.total
        : Number(meets(slice.good, slice.total, sliceTarget));
    return [{ ...slice, good, total: 1 }];
  });
  return { ...series, weighting: "time", slices };
}
