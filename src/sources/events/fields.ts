/** Reads untrusted JSON: every look is checked, nothing is assumed, no key of a file becomes a key of ours. */

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const nothing: Json = Object.freeze({});

/** The object at a key; an empty one where there is none. */
export function at(value: Json, key: string): Json {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(found) ? found : nothing;
}

export function list(value: Json, key: string): readonly Json[] {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(found) ? found.slice(0, 10_000).filter(isObject) : [];
}

/** A non-empty text or number at a key, at most 400 characters; else null. */
export function text(value: Json, key: string): string | null {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  if (typeof found === "number" && Number.isFinite(found)) return String(found);
  if (typeof found !== "string" || found === "") return null;
  return found.length > 400 ? found.slice(0, 400) : found;
}

/**
 * Seconds since the epoch of an ISO 8601 instant (a space for T and `UTC` are understood) or of a number of seconds or
 * milliseconds; null where there is none, NaN where it cannot be read.
 */
export function instant(value: Json, key: string): number | null {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  if (found === undefined || found === null || found === "") return null;
  if (typeof found === "number") return sane(found > 1e11 ? found / 1000 : found);
  if (typeof found !== "string" || found.length > 60) return Number.NaN;
  const common = utcSeconds(found);
  if (common !== null) return common;
  const direct = Date.parse(found);
  if (!Number.isNaN(direct)) return sane(direct / 1000);
  const spaced = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ?(UTC|[+-]\d\d:?\d\d)?$/.exec(found);
  if (spaced === null) return Number.NaN;
  const zone = spaced[3] === undefined || spaced[3] === "UTC" ? "Z" : spaced[3];
  return sane(Date.parse(`${spaced[1] ?? ""}T${spaced[2] ?? ""}${zone}`) / 1000);
}

const days = new Map<string, number>();

/** `2024-05-01T10:00:00Z`, with or without a fraction: most instants, several times as fast as Date.parse. */
function utcSeconds(stamp: string): number | null {
  const { length } = stamp;
  if (length < 20 || length > 30 || stamp[10] !== "T" || stamp[length - 1] !== "Z") return null;
  const day = stamp.slice(0, 10);
  let start = days.get(day);
  if (start === undefined) {
    start = Date.parse(day) / 1000;
    if (!(start > 0) || day.length !== 10 || days.size > 20_000) return null;
    days.set(day, start);
  }
  const hours = twoDigits(stamp, 11);
  const minutes = twoDigits(stamp, 14);
  const seconds = twoDigits(stamp, 17);
  if (!(hours < 24 && minutes < 60 && seconds < 60) || stamp[13] !== ":" || stamp[16] !== ":")
    return null;
  const fraction = length === 20 ? 0 : stamp[19] === "." ? Number(stamp.slice(19, -1)) : Number.NaN;
  return Number.isNaN(fraction) ? null : start + hours * 3600 + minutes * 60 + seconds + fraction;
}

function twoDigits(stamp: string, from: number): number {
  const tens = stamp.charCodeAt(from) - 48;
  const ones = stamp.charCodeAt(from + 1) - 48;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : Number.NaN;
}

function sane(seconds: number): number {
  return seconds > 0 && seconds < 253_402_300_800 ? seconds : Number.NaN;
}
