import type { WatchedRepository } from "#ports/jobs.ts";
import type { JobContext } from "./scan-context.ts";

export interface UnwatchInput {
  readonly organisation: string;
  readonly id: string;
}

/** The next scan reads it no more, and removes its copy; assessments stay. Null: it is not watched. */
export function unwatchRepository(
  { jobs }: JobContext,
  { organisation, id }: UnwatchInput,
): Promise<WatchedRepository | null> {
  return jobs.unwatch(organisation, id);
}
