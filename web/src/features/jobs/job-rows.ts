import { untilAsOf } from "#web/api/look-ups.ts";
import { placeOf } from "#web/api/places.ts";
import type { Job } from "#web/api/report-rows.ts";
import { keyOfJob } from "#web/api/section-items.ts";

export type Solution = Job["solutions"][number];

export interface JobRow {
  readonly job: Job;
  /** Stands in the address, and leads to the evidence. */
  readonly key: string;
  readonly pointer: string;
}

export function jobRows(jobs: readonly Job[], asOf: string): readonly JobRow[] {
  return jobs.map((job) => ({
    job: { ...job, trend: untilAsOf(job.trend, asOf) },
    key: keyOfJob(job),
    pointer: placeOf("jobs", job.id),
  }));
}
