import { setTimeout as pause } from "node:timers/promises";
import { errorCodes, FulcrumError, messageOf, type ErrorCode } from "#kernel/errors.ts";
import type { JobProblem, RunningJob, WorkerSeat } from "#ports/jobs.ts";
import { JobReport } from "./job-report.ts";
import type { WorkContext, WorkEvent } from "./scan-context.ts";
import { scanOrganisation } from "./scan-organisation.ts";

/** So long nobody looks whether there is something to do. */
const pauseMs = 1_000;

/** Failures that stay the same until somebody changes something. */
const inVain: ReadonlySet<ErrorCode> = new Set([
  "place-refused",
  "not-watched",
  "no-folder",
  "no-repositories",
  "configuration-invalid",
  "git-missing",
  "git-too-old",
  "report-invalid",
]);

/**
 * Works on one job after the other, until it is asked to stop: what runs then is given back. Throws `database-failed` where the
 * database is lost; its job is somebody else's then.
 */
export async function workOnJobs(context: WorkContext): Promise<void> {
  const seat = await context.jobs.sitDown();
  try {
    while (!context.signal.aborted) {
      const job = await seat.take();
      if (job !== null) await workOn(context, seat, job);
      else await pause(pauseMs, null, { signal: context.signal }).catch(() => null);
    }
  } finally {
    await seat.leave();
  }
}

async function workOn(context: WorkContext, seat: WorkerSeat, job: RunningJob): Promise<void> {
  const tell = (message: WorkEvent["message"], failure?: unknown): void =>
    context.onJob({
      message,
      job: job.id,
      organisation: job.organisation,
      attempt: job.attempt,
      ...(failure === undefined ? {} : { failure }),
    });
  tell("job begun");
  const taken = new AbortController();
  const signal = AbortSignal.any([context.signal, seat.lost, taken.signal]);
  const report = new JobReport(
    job,
    () => context.clock.now(),
    (error) => taken.abort(error),
  );
  const { progress, log } = report;
  try {
    await scanOrganisation({ ...context, progress, log, signal }, job);
    await report.said();
    tell("job completed");
  } catch (error) {
    await report.said();
    try {
      if (context.signal.aborted) {
        await job.giveBack();
        tell("job given back");
      } else {
        const reason: unknown = seat.lost.aborted || taken.signal.aborted ? signal.reason : error;
        if (isLost(reason)) throw reason;
        await job.fail(problemOf(error), isInVain(error));
        tell("job failed", error);
      }
    } catch (failure) {
      if (!isLost(failure)) throw failure;
      tell("job lost", failure);
    }
  }
}

function isLost(error: unknown): boolean {
  return error instanceof FulcrumError && error.code === "job-lost";
}

function isInVain(error: unknown): boolean {
  return error instanceof FulcrumError && inVain.has(error.code);
}

function problemOf(error: unknown): JobProblem {
  if (error instanceof FulcrumError)
    return { code: error.code, message: error.message, next: error.next };
  return {
    code: "unexpected",
    message: `${errorCodes.unexpected.title}: ${messageOf(error)}`,
    next: "Report it, with the log of the worker.",
  };
}
