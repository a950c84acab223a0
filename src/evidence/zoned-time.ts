/** Wall-clock time of a zone, in milliseconds as if it were UTC. */
export type LocalTime = number;

const formats = new Map<string, Intl.DateTimeFormat>();
const msPerDay = 86_400_000;

/** Node's own database of time zones: no library, and the same answer as every other program on the machine. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Milliseconds since the epoch → wall clock of the zone (whole seconds). */
export function localTime(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)] as const),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
}

/**
 * Wall clock of the zone → milliseconds since the epoch. A time that occurs twice is its first occurrence; one that the
 * clocks skip is moved on by what they skip (Temporal's "compatible").
 */
export function instantOf(local: LocalTime, timeZone: string): number {
  const before = offsetAt(local - msPerDay, timeZone);
  const after = offsetAt(local + msPerDay, timeZone);
  const candidates = [local - before, local - after].filter(
    (at) => localTime(at, timeZone) === local,
  );
  return candidates.length === 0 ? local - before : Math.min(...candidates);
}

function offsetAt(at: number, timeZone: string): number {
  return localTime(at, timeZone) - Math.floor(at / 1000) * 1000;
}
