import type { Job, JobsWanted } from "#ports/jobs.ts";
import type { JobContext } from "./scan-context.ts";

/** Jobs that wait, run or have ended, the newest first. */
export function listJobs({ jobs }: JobContext, wanted: JobsWanted): Promise<readonly Job[]> {
  return jobs.jobs(wanted);
}
