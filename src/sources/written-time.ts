/** Times as tools and people write them. What may be two days (`03/04/2025`) is none, and no time is ever read by the machine's zone. */

const iso =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ] ?(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([AP]M))?)?(.{0,40})$/i;
/** ISO 8601 without marks: `20260105T090000Z`. */
const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?$/;
/** RFC 5322 and the two ways in which JavaScript writes a date: a month that is a word cannot be taken for a day. */
const dayFirst =
  /^(?:[A-Z][a-z]{2,8}, )?(\d{1,2})[ /-]([A-Z][a-z]{2,8})[ /-](\d{4}|\d\d)(?:,? (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([AP]M))?)?(.{0,60})$/i;
const monthFirst =
  /^(?:[A-Z][a-z]{2,8},? )?([A-Z][a-z]{2,8}) (\d{1,2}),? (\d{4})(?:,? (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([AP]M))?)?(.{0,60})$/i;
/** `Z`, `+01:00`, ` UTC`, ` GMT+1`, ` +0000 UTC` of Go, ` GMT+0000 (Coordinated Universal Time)` of JavaScript, `Z[UTC]` of Java. */
const zone =
  /^ ?(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?)(?: (?:UTC|GMT|\([A-Za-z ]{1,40}\))|\[[\w/+-]{1,40}\])?$/i;
const months: readonly string[] =
  "january february march april may june july august september october november december".split(
    " ",
  );

/**
 * Seconds since the epoch. Numbers are seconds, milliseconds, microseconds or nanoseconds, told apart by their size; what names
 * no zone is UTC. NaN: no time that can be read without guessing.
 */
export function secondsOfText(written: string): number {
  const text = written.trim();
  if (text.length > 100) return Number.NaN;
  // As many digits as seconds, milli-, micro- and nanoseconds of this age have: `202601050900` is none of them.
  if (/^(?:\d{10}|\d{13}|\d{16}|\d{19})(?:\.\d{1,9})?$/.test(text))
    return secondsOfNumber(Number(text));
  const [, year, , month, day, ...clock] = iso.exec(text) ?? [];
  if (year !== undefined) return assembled(year, Number(month), day, clock);
  const [, y, m, d, h, min, s, z] = basic.exec(text) ?? [];
  if (y !== undefined)
    return assembled(y, Number(m), d, [h, min, s ?? "0", undefined, undefined, z]);
  const [, firstDay, word, worded, ...later] = dayFirst.exec(text) ?? [];
  if (word !== undefined) return assembled(worded, monthOf(word), firstDay, withoutFraction(later));
  const [, name, secondDay, fullYear, ...rest] = monthFirst.exec(text) ?? [];
  if (name !== undefined)
    return assembled(fullYear, monthOf(name), secondDay, withoutFraction(rest));
  return Number.NaN;
}

/** Seconds up to the year 5138, milliseconds from 1973, microseconds from 1973, nanoseconds from 1973 on. */
export function secondsOfNumber(value: number): number {
  if (value < 1e11) return value;
  if (value < 1e14) return value / 1e3;
  if (value < 1e17) return value / 1e6;
  return value / 1e9;
}

type Clock = readonly (string | undefined)[];

/** Hour, minute, second, AM or PM, zone → the same with a fraction in its place. */
function withoutFraction([hour, minute, second, half, zoneText]: Clock): Clock {
  return [hour, minute, second, undefined, half, zoneText];
}

function assembled(
  year: string | undefined,
  month: number,
  day: string | undefined,
  [hour = "0", minute = "0", second = "0", fraction = "0", half, zoneText = ""]: Clock,
): number {
  const offset = offsetOf(zoneText);
  const years = Number(year) + (year?.length === 2 ? 2000 : 0);
  const hours = hourOf(Number(hour), half);
  const days = Number(day);
  // Date.UTC takes years below 100 for those of the last century.
  if (years < 1900) return Number.NaN;
  if (!(hours < 24 && Number(minute) < 60 && Number(second) < 60)) return Number.NaN;
  const at = Date.UTC(years, month - 1, days, hours, Number(minute), Number(second));
  // Date.UTC takes 30 February for 1 March.
  const date = new Date(at);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== days) return Number.NaN;
  return at / 1000 + Number(`0.${fraction}`) - offset;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

/** Seconds that the zone is ahead of UTC; 0 where none is named. NaN: what stands there is no zone (`CET` is two). */
function offsetOf(text: string): number {
  if (text === "") return 0;
  const [whole, universal, sign, hours, minutes = "0"] = zone.exec(text) ?? [];
  if (whole === undefined) return Number.NaN;
  if (universal !== undefined) return 0;
  if (Number(hours) > 14 || Number(minutes) > 59) return Number.NaN;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** 1 to 12 of a month's name or its first three letters, NaN for no month. */
function monthOf(word: string): number {
  const said = word.toLowerCase();
  const place = months.findIndex((name) => said === name || said === name.slice(0, 3));
  return place < 0 ? Number.NaN : place + 1;
}
