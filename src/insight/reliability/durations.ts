import type { DeclaredDuration } from "#evidence/objectives.ts";

export const minute = 60;
export const hour = 3_600;
export const day = 86_400;

const seconds: Readonly<Record<DeclaredDuration["unit"], number>> = {
  s: 1,
  m: minute,
  h: hour,
  d: day,
  w: 7 * day,
  M: 30 * day,
  Q: 90 * day,
  Y: 365 * day,
};

/** Nominal length: a month counts 30 days, a quarter 90, a year 365. Calendar windows have their own, real length. */
export function secondsOf({ count, unit }: DeclaredDuration): number {
  return count * seconds[unit];
}

/** Seconds as Prometheus writes them, in the largest unit that divides them: 5m, 6h, 3d. */
export function promDuration(length: number): string {
  if (length % day === 0) return `${String(length / day)}d`;
  if (length % hour === 0) return `${String(length / hour)}h`;
  if (length % minute === 0) return `${String(length / minute)}m`;
  return `${String(length)}s`;
}
