import { sql, type Kysely, type Transaction } from "kysely";
import { FulcrumError } from "#kernel/errors.ts";
import type {
  Job,
  JobBoard,
  JobEvent,
  JobsWanted,
  NewRepository,
  Push,
  WatchedOrganisation,
  WatchedRepository,
  WorkerSeat,
} from "#ports/jobs.ts";
import type { RequestKey } from "#ports/request-key.ts";
import { databaseFailure } from "../database-failure.ts";
import { originalText, storableText } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { askForJob } from "./ask-to-conclude.ts";
import { eventsAfter, jobById, jobsWanted, tell } from "./job-rows.ts";
import { keeperOn, queueOn, usualRetrying, type Retrying } from "./queue.ts";
import { once } from "./request-keys.ts";
import {
  addRepository,
  lockOrganisation,
  notWatched,
  watchedOrganisations,
  watchedRepositories,
  watchedRepository,
} from "./watched-rows.ts";
import { sitDown } from "./worker-seat.ts";

/** What is remembered of events, deliveries and keys of requests. */
const keptDays = 30;

/** What is watched, in tables of ours, and jobs, in those of pg-boss. Whatever belongs together is one transaction. */
export class JobTables implements JobBoard {
  private readonly db: Kysely<Tables>;
  /** Which database, in words for a person. */
  private readonly where: string;
  private readonly retrying: Retrying;

  constructor(db: Kysely<Tables>, where: string, retrying: Retrying = usualRetrying) {
    this.db = db;
    this.where = where;
    this.retrying = retrying;
  }

  organisations(): Promise<readonly WatchedOrganisation[]> {
    return this.asking(() => watchedOrganisations(this.db));
  }

  repositories(organisation: string): Promise<readonly WatchedRepository[]> {
    return this.asking(() => watchedRepositories(this.db, organisation));
  }

  watch(
    organisation: string,
    repository: NewRepository,
    key?: RequestKey,
  ): Promise<WatchedRepository> {
    return this.changing(async (db) => {
      const add = (): Promise<string> => addRepository(db, organisation, repository, this.retrying);
      const id = await once(db, key, add);
      // With the same key it may come again after it was unwatched: the answer is what it was, as far as it is known.
      const now = new Date().toISOString();
      const known = await watchedRepository(db, id);
      const gone = { wantedAt: null, fetchedAt: null, problem: null, addedAt: now };
      return known ?? { ...repository, ...gone, id, organisation };
    });
  }

  unwatch(organisation: string, id: string): Promise<WatchedRepository | null> {
    return this.changing(async (db) => {
      const known = await watchedRepository(db, id);
      if (known === null || known.organisation !== organisation) return null;
      const queue = await lockOrganisation(db, organisation);
      await db.deleteFrom("watched_repository").where("id", "=", id).execute();
      const left = await watchedRepositories(db, organisation);
      if (left.length === 0) await setSchedule(db, { organisation, queue, schedule: null });
      return known;
    });
  }

  schedule(organisation: string, schedule: string | null): Promise<void> {
    return this.changing(async (db) => {
      const queue = await lockOrganisation(db, organisation);
      await requireWatched(db, organisation);
      await setSchedule(db, { organisation, queue, schedule });
    });
  }

  scan(organisation: string, key?: RequestKey): Promise<Job> {
    return this.changing(async (db) => {
      const id = await once(db, key, async () => {
        const queue = await lockOrganisation(db, organisation);
        await requireWatched(db, organisation);
        await db
          .updateTable("watched_repository")
          .set({ wanted_at: sql<Date>`now()` })
          .where("organisation", "=", storableText(organisation))
          .where("kind", "=", "address")
          .execute();
        return askForJob(db, organisation, queue);
      });
      return jobOrUnknown(db, id);
    });
  }

  scanAfterPush({ source, delivery, identities }: Push): Promise<readonly Job[] | null> {
    return this.changing(async (db) => {
      const first = await db
        .insertInto("push_delivery")
        .values({ source: storableText(source), delivery: storableText(delivery) })
        .onConflict((conflict) => conflict.doNothing())
        .returning("delivery")
        .executeTakeFirst();
      if (first === undefined) return null;
      const names = identities.map(storableText);
      const watching = await sql<{ name: string; queue: string }>`
        select name, queue from watched_organisation where name in (
          select organisation from watched_repository where identity = any(${names}::text[]))
        order by name for update`.execute(db);
      const jobs: Job[] = [];
      for (const { name, queue } of watching.rows) {
        await sql`
          update watched_repository set wanted_at = now()
          where organisation = ${name} and identity = any(${names}::text[]) and kind = 'address'`.execute(
          db,
        );
        jobs.push(await jobOrUnknown(db, await askForJob(db, originalText(name), queue)));
      }
      return jobs;
    });
  }

  jobs(wanted: JobsWanted): Promise<readonly Job[]> {
    return this.asking(() => jobsWanted(this.db, wanted));
  }

  job(id: string): Promise<Job | null> {
    return this.asking(() => jobById(this.db, id));
  }

  retry(id: string, key?: RequestKey): Promise<Job> {
    return this.changing(async (db) => {
      const job = await jobOrUnknown(db, id);
      await once(db, key, async () => {
        const queue = await lockOrganisation(db, job.organisation);
        if ((await jobOrUnknown(db, id)).state !== "failed")
          throw new FulcrumError(
            "job-not-failed",
            "That job has not failed for good.",
            "Only what has failed for good is tried again; to scan once more, ask for a scan.",
          );
        await queueOn(db).retry(queue, id);
        // pg-boss leaves the instant of the failure, by which it would clear the job away while it waits.
        await sql`
          update pgboss.job set completed_on = null, start_after = now(), keep_until = now() + interval '30 days'
          where name = ${queue} and id = ${id}::uuid`.execute(db);
        await tell(db, id, "asked");
        return id;
      });
      return jobOrUnknown(db, id);
    });
  }

  events(id: string, after: string | null): Promise<readonly JobEvent[]> {
    return this.asking(() => eventsAfter(this.db, id, after));
  }

  sitDown(): Promise<WorkerSeat> {
    return this.asking(() => sitDown(this.db, this.where));
  }

  async lookAfter(onFailure: (error: unknown) => void): Promise<{ stop(): Promise<void> }> {
    const keeper = keeperOn(this.db);
    keeper.on("error", (error) => onFailure(databaseFailure(this.where, error)));
    keeper.on("maintenance", () => {
      this.forgetOld().catch(onFailure);
    });
    await this.asking(() => keeper.start());
    return { stop: () => keeper.stop({ graceful: false }) };
  }

  private forgetOld(): Promise<void> {
    return this.asking(async () => {
      for (const table of [
        "job_event",
        "push_delivery",
        "answered_request",
        "inbox_refused",
      ] as const)
        await sql`
          delete from ${sql.table(table)} where at < now() - make_interval(days => ${keptDays})`.execute(
          this.db,
        );
    });
  }

  private changing<Result>(work: (db: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    return this.asking(() => this.db.transaction().execute(work));
  }

  private async asking<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw databaseFailure(this.where, error);
    }
  }
}

async function requireWatched(db: Transaction<Tables>, organisation: string): Promise<void> {
  if ((await watchedRepositories(db, organisation)).length === 0) throw notWatched();
}

interface Scheduling {
  readonly organisation: string;
  readonly queue: string;
  readonly schedule: string | null;
}

/** Throws `usage` for what never comes. */
async function setSchedule(
  db: Transaction<Tables>,
  { organisation, queue, schedule }: Scheduling,
): Promise<void> {
  const boss = queueOn(db);
  const name = storableText(organisation);
  if (schedule === null) await boss.unschedule(queue);
  else
    try {
      await boss.schedule(queue, schedule, { organisation: name, isScheduled: true });
    } catch (error) {
      if (error instanceof Error && "severity" in error) throw error; // the database's own
      throw new FulcrumError(
        "usage",
        `“${schedule}” is no schedule.`,
        "Write five fields of cron, in UTC: 0 3 * * 1-5 is three in the morning from Monday to Friday.",
        { cause: error },
      );
    }
  await db.updateTable("watched_organisation").set({ schedule }).where("name", "=", name).execute();
}

async function jobOrUnknown(db: Kysely<Tables>, id: string): Promise<Job> {
  const job = await jobById(db, id);
  if (job !== null) return job;
  throw new FulcrumError("unknown-job", "There is no such job.", "List the jobs there are.");
}
