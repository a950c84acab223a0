import type { Job } from "#ports/jobs.ts";
import type { RequestKey } from "#ports/request-key.ts";
import type { JobContext } from "./scan-context.ts";

export interface ScanInput {
  readonly organisation: string;
  readonly key?: RequestKey;
}

/** All that is watched of the organisation is read and concluded anew, soon. Throws `not-watched`, `key-used`. */
export function askForScan({ jobs }: JobContext, { organisation, key }: ScanInput): Promise<Job> {
  return jobs.scan(organisation, key);
}
