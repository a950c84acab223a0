/** Thresholds that are judgements ("uncalibrated"); docs/insights/reliability.md gives their reasons. */
export interface ReliabilityOptions {
  /** Share of a window that data must cover before it is judged. */
  readonly minimumCoverage: number;
  /** Points of a burn-down. */
  readonly mostPoints: number;
}

export const reliabilityDefaults: ReliabilityOptions = { minimumCoverage: 0.5, mostPoints: 30 };
