import { instantOf } from "#evidence/zoned-time.ts";
import { isObject } from "./fields.ts";

const withoutZone = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)([.,]\d{1,9})?)?$/;
const deepest = 20;

/** The record with a zone at every time that has none: what a tool wrote by the clock of a place. */
export function zonedRecord(value: unknown, timeZone: string, depth = 0): unknown {
  if (typeof value === "string") return zoned(value, timeZone);
  if (depth > deepest) return value;
  if (Array.isArray(value)) return value.map((one) => zonedRecord(one, timeZone, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, zonedRecord(one, timeZone, depth + 1)]),
  );
}

function zoned(text: string, timeZone: string): string {
  if (text.length < 16 || text.length > 30) return text;
  const [whole, day, minutes, seconds = "00", fraction = ""] = withoutZone.exec(text) ?? [];
  if (whole === undefined) return text;
  const local = Date.parse(`${day ?? ""}T${minutes ?? ""}:${seconds}Z`);
  // A day that the calendar does not have, or an hour of a clock that does not exist: refused further on.
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 10) !== day) return text;
  const at = instantOf(local, timeZone);
  return `${new Date(at).toISOString().slice(0, 19)}${fraction.replace(",", ".")}Z`;
}
