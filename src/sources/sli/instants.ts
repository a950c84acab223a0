/** Seconds since the epoch from ISO 8601 with a zone or from seconds; in words what is wrong with anything else. */
export function instantOf(text: string): number | string {
  // OpenMetrics has times such as 1.520879607789e+09, too.
  if (/^\d{1,12}(?:\.\d{1,20})?(?:[eE]\+?0?\d)?$/.test(text)) {
    const seconds = Number(text);
    return seconds > 1e11 ? "the time is in milliseconds: write seconds" : seconds;
  }
  if (/^\d{13,}$/.test(text)) return "the time is in milliseconds: write seconds";
  if (!/^\d{4}-\d\d-\d\dT[\d:.]{5,18}(?:Z|[+-]\d\d:?\d\d)$/.test(text))
    return `"${text.slice(0, 40)}" is no time: write 2026-11-23T12:00:00Z, or seconds since 1970`;
  const milliseconds = Date.parse(text);
  const day = text.slice(0, 10);
  // Date.parse takes 30 February for 2 March.
  const isDay = new Date(Date.parse(`${day}T00:00:00Z`) || 0).toISOString().startsWith(day);
  return Number.isNaN(milliseconds) || !isDay
    ? `"${text.slice(0, 40)}" is no time`
    : milliseconds / 1000;
}

/** A count of 0 or more, null for anything else. */
export function countOf(text: string): number | null {
  if (!/^\d{1,18}(?:\.\d{1,18})?(?:[eE][+-]?\d{1,2})?$/.test(text)) return null;
  const count = Number(text);
  return Number.isFinite(count) ? count : null;
}
