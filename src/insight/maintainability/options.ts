import type { MaintainabilityMeasure } from "#vocabulary/measures.ts";

/** Thresholds of docs/insights/maintainability.md. */
export interface MaintainabilityOptions {
  /** Complete quarters looked at, at most. */
  readonly mostQuarters: number;
  /** Fewer quarters with a value say nothing of a trend. */
  readonly minimumQuarters: number;
  /** Uncalibrated: fewer lines or changes in a quarter make no share. */
  readonly minimumLines: number;
  readonly minimumChanges: number;
  /** Uncalibrated: of a level below this no relative growth is told, by measure, in its unit. */
  readonly leastMeans: Readonly<Record<MaintainabilityMeasure, number>>;
}

export const defaultMaintainabilityOptions: MaintainabilityOptions = {
  mostQuarters: 12,
  minimumQuarters: 8,
  minimumLines: 50,
  minimumChanges: 10,
  leastMeans: { throughput: 5, rework: 0.02, churn: 0.02, dependencyLag: 0.25, hotFiles: 50 },
};
