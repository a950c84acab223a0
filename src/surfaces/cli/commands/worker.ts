import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { FulcrumError } from "#kernel/errors.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import { readServiceConfiguration } from "#operations/scanning/read-service-configuration.ts";
import type { WorkContext } from "#operations/scanning/scan-context.ts";
import { workOnJobs } from "#operations/scanning/work-on-jobs.ts";
import { ndjsonLog, type ServiceLog } from "#surfaces/http/service-log.ts";
import { contextOf, type CommonOptions, type Session } from "../session.ts";

export interface WorkerOptions extends CommonOptions {
  readonly data: string;
  readonly config?: string;
  readonly concurrency: number;
  readonly jobs?: number;
  readonly untilInputEnds?: true;
}

/** What runs is given back, and its readers are ended. */
const stoppingMs = 30_000;
/** After the database was lost. */
const againMs = 5_000;

/** Works on jobs until it is asked to stop; where the database is lost, it is opened again. */
export async function runWorker(session: Session, options: WorkerOptions): Promise<void> {
  const { workingFolder, environment, clock, terminal } = session;
  session.askForGrace(stoppingMs);
  const dataFolder = resolve(workingFolder, options.data);
  const url = environment["DATABASE_URL"] ?? "";
  const wish = { dataFolder, url: url === "" ? null : url, make: false };
  const log = ndjsonLog(
    () => clock.now(),
    (line) => void terminal.notes.stream.write(line),
  );
  const file = resolve(workingFolder, options.config ?? join(options.data, "service.yaml"));
  const rules = await readServiceConfiguration(file);
  const stopped = stopOf(session, options);
  const { assessments: _, ...context } = await contextOf(session, { quiet: true });
  const surroundings: Omit<WorkContext, "jobs" | "inbox" | "signal"> = {
    ...context,
    rules,
    dataFolder,
    readers: options.jobs ?? null,
    assess: session.assess,
    onJob: ({ message, failure, ...about }) =>
      log({
        level: failure === undefined ? "info" : "warn",
        message,
        about: { ...about, ...(failure === undefined ? {} : { failure: wordsOf(failure) }) },
      }),
  };
  let isFirst = true;
  while (!stopped.aborted) {
    const ended = await workWith(session, surroundings, {
      wish,
      concurrency: options.concurrency,
      stopped,
      log,
      isFirst,
    });
    if (ended) return;
    isFirst = false;
    await pause(againMs, null, { signal: stopped }).catch(() => null);
  }
}

interface Working {
  readonly wish: Omit<Parameters<Session["openDatabase"]>[0], "signal">;
  readonly concurrency: number;
  readonly stopped: AbortSignal;
  readonly log: ServiceLog;
  /** What fails at the very beginning is told as any command's failure. */
  readonly isFirst: boolean;
}

/** False: the database was lost, and may come back. */
async function workWith(
  { openDatabase }: Session,
  surroundings: Omit<WorkContext, "jobs" | "inbox" | "signal">,
  { wish, concurrency, stopped, log, isFirst }: Working,
): Promise<boolean> {
  let database: ServiceDatabase | null = null;
  let isWorking = false;
  const lost = new AbortController();
  const signal = AbortSignal.any([stopped, lost.signal]);
  try {
    database = await openDatabase({ ...wish, signal: stopped });
    if (database === null) throw noDatabase();
    const jobs = await database.jobs();
    const inbox = await database.inbox();
    const keeper = await jobs.lookAfter((error) =>
      log({ level: "warn", message: "schedules", about: { failure: wordsOf(error) } }),
    );
    isWorking = true;
    log({ level: "info", message: "working", about: { concurrency } });
    try {
      const work = Array.from({ length: concurrency }, () =>
        workOnJobs({ ...surroundings, jobs, inbox, signal }),
      );
      // Where one loses the database, all do.
      for (const one of work) one.catch((error: unknown) => lost.abort(error));
      const ends = await Promise.allSettled(work);
      const failed = ends.find((end) => end.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    } finally {
      await keeper.stop();
    }
    return true;
  } catch (error) {
    if (stopped.aborted) return true;
    if (isFirst && !isWorking) throw error;
    if (!(error instanceof FulcrumError)) throw error;
    log({ level: "error", message: "database lost", about: { failure: wordsOf(error) } });
    return false;
  } finally {
    await database?.close();
  }
}

/** When the session is stopped; as a part of another process also when that has gone. */
function stopOf({ signal, input }: Session, { untilInputEnds }: WorkerOptions): AbortSignal {
  if (untilInputEnds !== true) return signal;
  const gone = new AbortController();
  input()
    .on("end", () => gone.abort())
    .on("close", () => gone.abort())
    .resume();
  return AbortSignal.any([signal, gone.signal]);
}

function wordsOf(error: unknown): string {
  if (error instanceof FulcrumError) return `${error.code}: ${error.message}`.slice(0, 1000);
  return (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 4000);
}

function noDatabase(): FulcrumError {
  return new FulcrumError(
    "database-failed",
    "There is no database to take jobs from.",
    "Start fulcrum serve with the same --data first, or name a server with DATABASE_URL.",
  );
}
