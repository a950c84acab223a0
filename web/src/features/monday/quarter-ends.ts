/** A moment at which Monday looks back. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const whole = 11;

/** The ends of the last eleven whole quarters, the oldest first, and the day of the report. */
export function momentsBefore(asOf: string): readonly Moment[] {
  const day = new Date(asOf);
  const quarter = Math.floor(day.getUTCMonth() / 3);
  const ends = Array.from({ length: whole }, (_, index) =>
    Date.UTC(day.getUTCFullYear(), (quarter - (whole - 1 - index)) * 3, 1),
  ).filter((at) => at < day.getTime());
  return [...ends, day.getTime()].map((at) => ({ at }));
}
