export const DAY = 86_400;
export const YEAR = 365.25 * DAY;

/** Last seconds of the months from `from` (epoch seconds, UTC) to before the last one of `to`, then `to` itself, the end of a day. */
export function monthEnds(from: number, to: number): number[] {
  const start = new Date(from * 1000);
  const ends: number[] = [];
  for (let month = start.getUTCMonth() + 1; ; month += 1) {
    const end = Date.UTC(start.getUTCFullYear(), month, 1) / 1000 - 1;
    if (end >= to - 1) break;
    ends.push(end);
  }
  return [...ends, to];
}

/** `2024-Q1` */
export function quarterOf(at: number): string {
  const date = new Date(at * 1000);
  return `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}
