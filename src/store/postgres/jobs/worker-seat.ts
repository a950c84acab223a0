import { setTimeout as pause } from "node:timers/promises";
import { sql, type Kysely, type Transaction } from "kysely";
import type { JobProblem, RunningJob, WorkerSeat } from "#ports/jobs.ts";
import { databaseFailure } from "../database-failure.ts";
import { standingFacts } from "../declared/declared-rows.ts";
import { originalText } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { failJob } from "./fail-job.ts";
import { tell } from "./job-rows.ts";
import { OwnJob, type Taken } from "./own-job.ts";
import { queueOn } from "./queue.ts";
import { watchedRepositories } from "./watched-rows.ts";

/** First half of the numbers that workers lock; the second is their seat. */
const lockClass = 1_179_993_164;

const pingMs = 5_000;
/** A database that says nothing for so long is lost. */
const silentMs = 15_000;
/** Organisations with something to do that are looked at before the next pause. */
const mostLookedAt = 100;

/**
 * A connection that holds a lock for as long as the worker lives: PostgreSQL lets go of it when the process is gone, whatever
 * ended it, and then others may take its jobs.
 */
export async function sitDown(db: Kysely<Tables>, where: string): Promise<WorkerSeat> {
  const lost = new AbortController();
  const left = new AbortController();
  let sit: (seat: number) => void = () => undefined;
  const seated = new Promise<number>((resolve) => (sit = resolve));
  const holding = db.connection().execute(async (connection) => {
    // Of a machine that is cut off the server would learn after two hours only.
    await sql`set tcp_keepalives_idle = 20`.execute(connection);
    await sql`set tcp_keepalives_interval = 5`.execute(connection);
    await sql`set tcp_keepalives_count = 4`.execute(connection);
    const { rows } = await sql<{ seat: number }>`
      select nextval('worker_seat')::int as seat`.execute(connection);
    const seat = rows[0]?.seat ?? 0;
    await sql`select pg_advisory_lock(${lockClass}::int, ${seat}::int)`.execute(connection);
    sit(seat);
    try {
      while (!left.signal.aborted) {
        await withinTime(sql`select 1`.execute(connection));
        await pause(pingMs, null, { signal: left.signal }).catch(() => null);
      }
    } finally {
      await sql`select pg_advisory_unlock(${lockClass}::int, ${seat}::int)`
        .execute(connection)
        .catch(() => null); // it went with the connection
    }
  });
  holding.catch((error: unknown) => {
    lost.abort(databaseFailure(where, error));
  });
  const seat = await Promise.race([seated, holding.then(() => 0)]);
  return {
    lost: lost.signal,
    take: async () => {
      lost.signal.throwIfAborted();
      try {
        return await takeJob(db, where, seat);
      } catch (error) {
        throw databaseFailure(where, error);
      }
    },
    leave: async () => {
      left.abort();
      await holding.catch(() => null); // it was lost before
    },
  };
}

async function withinTime(work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  const late = pause(silentMs, null, { signal: done.signal }).then(
    () => {
      throw new Error(`it says nothing for ${String(silentMs / 1000)} seconds`);
    },
    () => null,
  );
  try {
    await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}

/** The job that waits longest; whose worker is gone is tried again later. */
async function takeJob(
  db: Kysely<Tables>,
  where: string,
  seat: number,
): Promise<RunningJob | null> {
  const { rows } = await sql<{ name: string }>`
    select o.name from watched_organisation o join pgboss.job j on j.name = o.queue
    where j.state = 'active' or j.state in ('created', 'retry') and j.start_after <= now()
    group by o.name order by min(j.created_on), o.name limit ${mostLookedAt}`.execute(db);
  for (const { name } of rows) {
    const taken = await db.transaction().execute((tx) => takeOf(tx, name, seat));
    if (taken !== null) return new OwnJob(db, where, taken);
  }
  return null;
}

async function takeOf(db: Transaction<Tables>, name: string, seat: number): Promise<Taken | null> {
  const organisation = await db
    .selectFrom("watched_organisation")
    .select("queue")
    .where("name", "=", name)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (organisation === undefined) return null;
  const { queue } = organisation;
  if (await isWorkedOn(db, queue)) return null;
  const [job] = await queueOn(db).fetch<{ isScheduled?: boolean }>(queue, {
    includeMetadata: true,
  });
  if (job === undefined) return null;
  // Of what nobody asked for by hand all is to be brought up to date, too.
  if (job.data.isScheduled === true)
    await sql`
      update watched_repository set wanted_at = now()
      where organisation = ${name} and kind = 'address' and wanted_at is null`.execute(db);
  const { run } = await db
    .insertInto("job_run")
    .values({ job_id: job.id, queue, seat })
    .returning("run")
    .executeTakeFirstOrThrow();
  const attempt = job.retryCount + 1;
  await tell(db, job.id, "begun", { attempt });
  return {
    id: job.id,
    run,
    queue,
    organisation: originalText(name),
    attempt,
    repositories: await watchedRepositories(db, originalText(name)),
    declared: await standingFacts(db, originalText(name)),
  };
}

const workerLost: JobProblem = {
  code: "worker-failed",
  message: "The worker that had the job is gone.",
  next: "Look at its log; it may have had too little memory. The job is tried again by itself.",
};

/** Whether a living worker has a job of the queue; one of a worker that is gone fails for now. The organisation is locked. */
async function isWorkedOn(db: Transaction<Tables>, queue: string): Promise<boolean> {
  const { rows } = await sql<{ id: string; seat: number | null }>`
    select j.id, r.seat from pgboss.job j left join job_run r on r.job_id = j.id
    where j.name = ${queue} and j.state = 'active'`.execute(db);
  for (const { id, seat } of rows) {
    if (seat !== null) {
      const tried = await sql<{ free: boolean }>`
        select pg_try_advisory_xact_lock(${lockClass}::int, ${seat}::int) as free`.execute(db);
      if (tried.rows[0]?.free !== true) return true;
    }
    await tell(db, id, "lost");
    await failJob(db, { id, queue }, workerLost);
  }
  return false;
}
