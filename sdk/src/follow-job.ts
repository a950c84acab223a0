import type { JobEvent } from "./call-types.ts";
import type { Client } from "./client.ts";
import { ForeignAnswerError, ProblemError, UnreachedError } from "./errors.ts";
import { EventParser } from "./event-parser.ts";
import { backOffMs, passingStatuses, pause } from "./retrying.ts";

export interface FollowOptions {
  /** The event that is known already. */
  readonly after?: string;
  readonly signal?: AbortSignal;
}

const path = "/api/v1/jobs/{id}/events";
const ended: ReadonlySet<string> = new Set(["completed", "failed", "cancelled"]);
/** The service says something every quarter of a minute, if only that it goes on. */
const silentMs = 60_000;

/**
 * What happens to a job, as it happens, until it has ended. A stream that breaks off, or that a service which stops has ended, is
 * taken up again behind the last event. Throws ProblemError, UnreachedError, ForeignAnswerError.
 */
export async function* followJob(
  client: Client,
  id: string,
  { after, signal }: FollowOptions = {},
): AsyncGenerator<JobEvent, void> {
  const params = { id };
  const url = client.addressOf(path, { params });
  let known = after;
  let failed = 0;
  let isOver = false;
  for (;;) {
    let isWhole = true;
    try {
      for await (const event of eventsOf(client, url, known, signal)) {
        known = event.id;
        failed = 0;
        yield event;
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (!mayPass(error) || failed >= client.retries.most) throw error;
      isWhole = false;
    }
    // What happened between the end of a stream and that of the job was still to be told.
    if (isOver && isWhole) return;
    const { state } = await client.get("/api/v1/jobs/{id}", {
      params,
      ...(signal === undefined ? {} : { signal }),
    });
    isOver = ended.has(state);
    if (failed > client.retries.most) throw new UnreachedError(url, new Error("it tells nothing"));
    await pause(isOver ? 0 : backOffMs(client.retries, failed), signal);
    failed++;
  }
}

function mayPass(error: unknown): boolean {
  if (error instanceof ProblemError || error instanceof ForeignAnswerError)
    return passingStatuses.has(error.status);
  return error instanceof UnreachedError;
}

async function* eventsOf(
  client: Client,
  url: string,
  after: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobEvent, void> {
  const stop = new AbortController();
  const until = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const headers = {
    Accept: "text/event-stream",
    ...(after === undefined ? {} : { "Last-Event-ID": after }),
  };
  const parser = new EventParser();
  const decoder = new TextDecoder();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isHeard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(new Error("it has fallen silent")), silentMs);
  };
  try {
    isHeard();
    const response = await client.open(url, { signal: until }, headers);
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    for (;;) {
      const { done, value } = await reader.read();
      isHeard();
      if (done) return;
      for (const { data } of parser.push(decoder.decode(value, { stream: true })))
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the service writes it by the schema of the type
        yield JSON.parse(data) as JobEvent;
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ProblemError || error instanceof ForeignAnswerError) throw error;
    throw new UnreachedError(url, error);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
