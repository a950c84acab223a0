/** Moments at which Monday looks back: the ends of the last whole quarters, and the day of the report. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The quarter is not over. */
  readonly isPartial: boolean;
}

const whole = 11;

/** Twelve moments, the oldest first; the last is the day of the report. */
export function momentsBefore(asOf: string): readonly Moment[] {
  const day = new Date(asOf);
  const quarter = Math.floor(day.getUTCMonth() / 3);
  const ends = Array.from({ length: whole }, (_, index) =>
    Date.UTC(day.getUTCFullYear(), (quarter - (whole - 1 - index)) * 3, 1),
  ).filter((at) => at < day.getTime());
  return [
    ...ends.map((at) => ({ at, isPartial: false })),
    { at: day.getTime(), isPartial: !isQuarterEnd(day) },
  ];
}

/** Within the last day of a quarter. */
function isQuarterEnd(day: Date): boolean {
  const next = new Date(day.getTime() + 86_400_000);
  return next.getUTCMonth() % 3 === 0 && next.getUTCDate() === 1;
}

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
