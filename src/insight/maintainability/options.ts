/** Thresholds of docs/insights/maintainability.md. */
export interface MaintainabilityOptions {
  /** Complete quarters looked at, at most. */
  readonly mostQuarters: number;
  /** Fewer quarters with a value say nothing of a trend. */
  readonly minimumQuarters: number;
  /** Uncalibrated: fewer lines or changes in a quarter make no share. */
  readonly minimumLines: number;
  readonly minimumChanges: number;
}

export const defaultMaintainabilityOptions: MaintainabilityOptions = {
  mostQuarters: 12,
  minimumQuarters: 8,
  minimumLines: 50,
  minimumChanges: 10,
};
