import type { Report } from "#sections/report.ts";
import { placeOf, untilAsOf, type ReportView } from "#web/api/report-view.ts";

export type Job = Report["jobs"][number];
export type Solution = Job["solutions"][number];

export interface JobRow {
  readonly job: Job;
  /** Stands in the address, and leads to the evidence. */
  readonly key: string;
  readonly pointer: string;
}

export function jobRows({ report }: ReportView): readonly JobRow[] {
  return report.jobs.map((job) => ({
    job: { ...job, trend: untilAsOf(job.trend, report.asOf) },
    key: jobKey(job),
    pointer: placeOf("jobs", job.id),
  }));
}

export function jobKey({ ecosystem, job }: Pick<Job, "ecosystem" | "job">): string {
  return `${ecosystem}:${job}`;
}
