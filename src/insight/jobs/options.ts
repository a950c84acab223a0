import { jobIndex, type JobIndex } from "./job-index.ts";

/** Thresholds of docs/insights/jobs.md. */
export interface JobsOptions {
  readonly index: JobIndex;
  /** With fewer owners nothing is said about fragmentation. */
  readonly minimumOwners: number;
  /** Effective number of solutions from which a job is fragmented. */
  readonly fragmentedFrom: number;
  /** Points of the trend, as-of included. */
  readonly quarters: number;
}

export function jobsOptions(given: Partial<JobsOptions> = {}): JobsOptions {
  return { index: jobIndex(), minimumOwners: 3, fragmentedFrom: 2, quarters: 12, ...given };
}
