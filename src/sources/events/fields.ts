import { secondsOfNumber, secondsOfText } from "../written-time.ts";

/** Reads untrusted JSON: every look is checked, nothing is assumed, no key of a file becomes a key of ours. */

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const nothing: Json = Object.freeze({});

// Keys are the names that formats document, none of them a name that every object has: what is found is the file's own.

/** The object at a key; an empty one where there is none. */
export function at(value: Json, key: string): Json {
  return objectOf(value[key]);
}

/** Where a key is written out at the call, the engine knows the place of it: several times as fast as a look by name. */
export function objectOf(found: unknown): Json {
  return isObject(found) ? found : nothing;
}

export function list(value: Json, key: string): readonly Json[] {
  const found = value[key];
  return Array.isArray(found) ? found.slice(0, 10_000).filter(isObject) : [];
}

/** A non-empty text or number at a key, at most 400 characters; else null. */
export function text(value: Json, key: string): string | null {
  return textOf(value[key]);
}

export function textOf(found: unknown): string | null {
  if (typeof found === "number" && Number.isFinite(found)) return String(found);
  if (typeof found !== "string" || found === "") return null;
  return found.length > 400 ? found.slice(0, 400) : found;
}

/**
 * Seconds since the epoch of a written time (UTC where it names no zone, never the machine's) or of a number of seconds, milli-,
 * micro- or nanoseconds; null where there is none, NaN where it cannot be read or may be two days (`03/04/2025`).
 */
export function instant(value: Json, key: string): number | null {
  return instantOf(value[key]);
}

export function instantOf(found: unknown): number | null {
  if (found === undefined || found === null || found === "") return null;
  if (typeof found === "number") return sane(secondsOfNumber(found));
  if (typeof found !== "string" || found.length > 100) return Number.NaN;
  return utcSeconds(found) ?? sane(secondsOfText(found));
}

/** `2024-05-01T10:00:00Z`, with or without a fraction: most instants, several times as fast as Date.parse. */
function utcSeconds(stamp: string): number | null {
  const { length } = stamp;
  if (length < 20 || length > 30 || stamp.charCodeAt(length - 1) !== code.Z) return null;
  const day = daysSinceEpoch(digits(stamp, 0, 4), digits(stamp, 5, 2), digits(stamp, 8, 2));
  const hours = digits(stamp, 11, 2);
  const minutes = digits(stamp, 14, 2);
  const seconds = digits(stamp, 17, 2);
  const isWritten =
    stamp.charCodeAt(4) === code.dash &&
    stamp.charCodeAt(7) === code.dash &&
    stamp.charCodeAt(10) === code.T &&
    stamp.charCodeAt(13) === code.colon &&
    stamp.charCodeAt(16) === code.colon &&
    (length === 20 || stamp.charCodeAt(19) === code.dot);
  // Not a number fails each comparison.
  if (!isWritten || !(day > 0 && hours < 24 && minutes < 60 && seconds < 60)) return null;
  const whole = day * 86_400 + hours * 3600 + minutes * 60 + seconds;
  if (length <= 21) return length === 20 ? whole : null;
  const fraction = digits(stamp, 20, length - 21);
  return Number.isNaN(fraction) ? null : whole + fraction / (tenTo[length - 21] ?? 1);
}

const tenTo = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
const code = { Z: 90, T: 84, dash: 45, colon: 58, dot: 46 };

/** The number that `count` digits make; NaN where one is none. */
function digits(stamp: string, from: number, count: number): number {
  let value = 0;
  for (let index = from; index < from + count; index++) {
    const digit = stamp.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit < 10)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const beforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Of the Gregorian calendar; NaN for a date that is none, and for one of another century than 1970 to 2099. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0;
  const before = beforeMonth[month - 1] ?? 0;
  const length = (beforeMonth[month] ?? 365) - before + (isLeap && month === 2 ? 1 : 0);
  if (!(year >= 1970 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= length))
    return Number.NaN;
  const leapDays = Math.floor((year - 1969) / 4) + (isLeap && month > 2 ? 1 : 0);
  return (year - 1970) * 365 + leapDays + before + day - 1;
}

function sane(seconds: number): number {
  return seconds > 0 && seconds < 253_402_300_800 ? seconds : Number.NaN;
}
