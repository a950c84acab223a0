/** Windows and thresholds of docs/insights/stability.md. Durations in seconds. */
export interface StabilityOptions {
  /** Majors are counted over this long before as-of. */
  readonly window: number;
  /** A younger capability says nothing of a year (uncalibrated). */
  readonly minimumAge: number;
}

const year = 365.25 * 86_400;

export const defaultStabilityOptions: StabilityOptions = { window: 3 * year, minimumAge: year };
