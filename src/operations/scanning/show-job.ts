import { FulcrumError } from "#kernel/errors.ts";
import type { Job } from "#ports/jobs.ts";
import type { JobContext } from "./scan-context.ts";

/** Throws `unknown-job`. */
export async function showJob({ jobs }: JobContext, { id }: { readonly id: string }): Promise<Job> {
  const job = await jobs.job(id);
  if (job !== null) return job;
  throw new FulcrumError("unknown-job", "There is no such job.", "List the jobs there are.");
}
