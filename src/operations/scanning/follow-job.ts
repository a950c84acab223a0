import { setTimeout as pause } from "node:timers/promises";
import type { JobEvent } from "#ports/jobs.ts";
import type { JobContext } from "./scan-context.ts";
import { showJob } from "./show-job.ts";

export interface FollowInput {
  readonly id: string;
  /** The event that is known already; null: none. */
  readonly after: string | null;
  readonly signal: AbortSignal;
}

const pauseMs = 500;

/** What happens to a job, as it happens, until it has ended; an empty list is given where nothing did for a while. Throws `unknown-job`. */
export async function* followJob(
  { jobs }: JobContext,
  { id, after, signal }: FollowInput,
): AsyncGenerator<readonly JobEvent[]> {
  let known = after;
  while (!signal.aborted) {
    const { state } = await showJob({ jobs }, { id });
    const events = await jobs.events(id, known);
    known = events.at(-1)?.id ?? known;
    yield events;
    const isOver = state === "completed" || state === "failed" || state === "cancelled";
    if (isOver && events.length === 0) return;
    if (events.length === 0) await pause(pauseMs, null, { signal }).catch(() => null);
  }
}
