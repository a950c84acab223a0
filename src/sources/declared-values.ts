import { textOf } from "./untrusted-value.ts";

/** Cells of declared records: dates and numbers as people write them. */

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
const instant =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** Seconds since the epoch of an ISO 8601 date or time (UTC unless it says otherwise); null for blank; undefined for anything else. */
export function instantOf(value: unknown): number | null | undefined {
  const text = textOf(value);
  if (text === null) return null;
  if (!dayOnly.test(text) && !instant.test(text)) return undefined;
  const hasZone = dayOnly.test(text) || /(?:Z|[+-]\d{2}:?\d{2})$/.test(text);
  const at = Date.parse(`${text.replace(" ", "T")}${hasZone ? "" : "Z"}`);
  return Number.isNaN(at) ? undefined : Math.floor(at / 1000);
}

/** A plain decimal number, thousands not separated; null for blank; undefined for anything else. */
export function numberOf(value: unknown): number | null | undefined {
  const text = textOf(value);
  if (text === null) return null;
  if (!/^[+-]?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})$/.test(text)) return undefined;
  return Number(text);
}

/** Fields by lower-case names without blanks, dashes and underscores: `Opened at` is `openedat`. */
export function looseFields(value: Readonly<Record<string, unknown>>): Map<string, unknown> {
  return new Map(
    Object.entries(value).map(([name, cell]) => [name.toLowerCase().replace(/[\s_-]/g, ""), cell]),
  );
}
