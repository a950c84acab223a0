import type { DeclaredWindow } from "#evidence/objectives.ts";
import { secondsOf } from "./durations.ts";
import { instantOf, type LocalTime } from "#evidence/zoned-time.ts";

/** Seconds since the epoch, UTC. */
export interface BudgetPeriod {
  readonly from: number;
  /** What can have been observed so far: as-of, or the period's end if that is earlier. */
  readonly to: number;
  /** End of the period; `to` for a rolling window. */
  readonly end: number;
}

/**
 * The period whose budget is in force at `at`: the last `duration`, or the calendar period (from, end] that holds `at`. What has
 * been observed ends before `at`, so that at midnight it is the month that ends, not the one that has not begun to be seen.
 */
export function periodAt({ duration, calendar }: DeclaredWindow, at: number): BudgetPeriod {
  if (calendar === null) return { from: at - secondsOf(duration), to: at, end: at };
  const startOf = periodStarts(duration, calendar);
  // Nominal lengths are off by days over years; the walk that follows is a few steps.
  let index = Math.floor((at - startOf(0)) / secondsOf(duration));
  while (startOf(index) >= at) index--;
  while (startOf(index + 1) < at) index++;
  const end = startOf(index + 1);
  return { from: startOf(index), to: Math.min(at, end), end };
}

/** Start of the nth period in seconds; always counted from the anchor, so that 31 January does not drift to the 28th. */
function periodStarts(
  { count, unit }: DeclaredWindow["duration"],
  { start, timeZone }: NonNullable<DeclaredWindow["calendar"]>,
): (index: number) => number {
  const anchor = Date.parse(`${start}Z`);
  const months = { M: 1, Q: 3, Y: 12 };
  const days = { d: 1, w: 7 };
  if (unit === "M" || unit === "Q" || unit === "Y")
    return (index) =>
      inSeconds(instantOf(addMonths(anchor, index * count * months[unit]), timeZone));
  if (unit === "d" || unit === "w")
    return (index) =>
      inSeconds(instantOf(anchor + index * count * days[unit] * 86_400_000, timeZone));
  const first = inSeconds(instantOf(anchor, timeZone));
  return (index) => first + index * secondsOf({ count, unit });
}

function inSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

/** The same day of a later month, or its last day. */
function addMonths(local: LocalTime, count: number): LocalTime {
  const date = new Date(local);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const daysInMonth = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0),
  ).getUTCDate();
  date.setUTCDate(Math.min(day, daysInMonth));
  return date.getTime();
}
