import { jobIndex, type JobIndex } from "./job-index.ts";

/** Thresholds of docs/insights/jobs.md. */
export interface JobsOptions {
  readonly index: JobIndex;
  /** With fewer keepers (teams, or repositories in their place) nothing is said about fragmentation. */
  readonly minimumKeepers: number;
  /** Effective number of solutions from which a job is fragmented. */
  readonly fragmentedFrom: number;
  /** Points of the trend, as-of included. */
  readonly quarters: number;
}

export function jobsOptions(given: Partial<JobsOptions> = {}): JobsOptions {
  return { index: jobIndex(), minimumKeepers: 3, fragmentedFrom: 2, quarters: 12, ...given };
}
