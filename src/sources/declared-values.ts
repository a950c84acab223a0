import { withoutSecrets } from "#evidence/without-persons.ts";
import { textOf } from "./untrusted-value.ts";
import { secondsOfText } from "./written-time.ts";

/** Cells of declared records: dates and numbers as people write them. */

/**
 * Seconds since the epoch of a date or time as `secondsOfText` reads it (UTC unless it says otherwise); null for blank; undefined
 * for anything else, a day that may be two among it (`03/04/2025`).
 */
export function instantOf(value: unknown): number | null | undefined {
  const text = textOf(value);
  if (text === null) return null;
  const at = secondsOfText(text);
  return Number.isNaN(at) ? undefined : Math.floor(at);
}

/** A plain decimal number, thousands not separated; null for blank; undefined for anything else. */
export function numberOf(value: unknown): number | null | undefined {
  const text = textOf(value);
  if (text === null) return null;
  if (!/^[+-]?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})$/.test(text)) return undefined;
  return Number(text);
}

/** A team's name; null for blank, and where an address or a bare handle stands: that is whoever wrote it. */
export function teamOf(value: unknown): string | null {
  const text = textOf(value);
  const isPerson = text !== null && (/^@[^/\s]+$/.test(text) || withoutSecrets(text) !== text);
  return isPerson ? null : text;
}

/** Fields by lower-case names without blanks, dashes and underscores: `Opened at` is `openedat`. */
export function looseFields(value: Readonly<Record<string, unknown>>): Map<string, unknown> {
  return new Map(
    Object.entries(value).map(([name, cell]) => [name.toLowerCase().replace(/[\s_-]/g, ""), cell]),
  );
}
