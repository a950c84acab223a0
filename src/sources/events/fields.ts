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
  const direct = Date.parse(found);
  if (!Number.isNaN(direct)) return sane(direct / 1000);
  const spaced = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ?(UTC|[+-]\d\d:?\d\d)?$/.exec(found);
  if (spaced === null) return Number.NaN;
  const zone = spaced[3] === undefined || spaced[3] === "UTC" ? "Z" : spaced[3];
  return sane(Date.parse(`${spaced[1] ?? ""}T${spaced[2] ?? ""}${zone}`) / 1000);
}

function sane(seconds: number): number {
  return seconds > 0 && seconds < 253_402_300_800 ? seconds : Number.NaN;
}
