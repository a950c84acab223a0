import type { Job } from "#ports/jobs.ts";
import type { RequestKey } from "#ports/request-key.ts";
import type { JobContext } from "./scan-context.ts";

export interface RetryInput {
  readonly id: string;
  readonly key?: RequestKey;
}

/** Tries once more what has failed for good. Throws `unknown-job`, `job-not-failed`, `key-used`. */
export function retryJob({ jobs }: JobContext, { id, key }: RetryInput): Promise<Job> {
  return jobs.retry(id, key);
}
