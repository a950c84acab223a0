import { sql, type Kysely, type Transaction } from "kysely";
import { FulcrumError } from "#kernel/errors.ts";
import type { AssessmentStore } from "#ports/assessment-store.ts";
import type { JobEvent, JobProblem, RunningJob } from "#ports/jobs.ts";
import type { JobEventKind } from "#vocabulary/jobs.ts";
import { databaseFailure } from "../database-failure.ts";
import { storableText } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { failJob, type JobPlace } from "./fail-job.ts";
import { tell } from "./job-rows.ts";
import { queueOn } from "./queue.ts";

export interface Taken extends JobPlace {
  readonly run: string;
  readonly organisation: string;
  readonly attempt: number;
  readonly repositories: RunningJob["repositories"];
  readonly declared: RunningJob["declared"];
}

/** A job while one worker has it: each thing that it does looks first, in the same transaction, whether that is so still. */
export class OwnJob implements RunningJob {
  readonly id: string;
  readonly organisation: string;
  readonly attempt: number;
  readonly repositories: RunningJob["repositories"];
  readonly declared: RunningJob["declared"];
  private readonly db: Kysely<Tables>;
  private readonly where: string;
  private readonly taken: Taken;

  constructor(db: Kysely<Tables>, where: string, taken: Taken) {
    this.db = db;
    this.where = where;
    this.taken = taken;
    ({
      id: this.id,
      organisation: this.organisation,
      attempt: this.attempt,
      repositories: this.repositories,
      declared: this.declared,
    } = taken);
  }

  async assessments(beside: () => JobEvent["detail"]): Promise<AssessmentStore> {
    const { AssessmentTables } = await import("../assessments/assessment-tables.ts");
    return new AssessmentTables(this.db, this.where, async (db, assessment) => {
      await this.holdOn(db);
      await queueOn(db).complete(this.taken.queue, this.id, { assessment });
      await this.letGo(db);
      await tell(db, this.id, "completed", { ...beside(), assessment });
    });
  }

  tell(kind: JobEventKind, detail: JobEvent["detail"]): Promise<void> {
    return this.changing((db) => tell(db, this.id, kind, detail));
  }

  fetched(repositoryId: string, problem: string | null): Promise<void> {
    return this.changing(async (db) => {
      // Who wanted it after this job was taken wants what may have come since.
      await (
        problem === null
          ? sql`
            update watched_repository r set problem = null, fetched_at = now(),
              wanted_at = case when r.wanted_at > j.started_on then r.wanted_at end
            from pgboss.job j
            where r.id = ${repositoryId}::bigint and j.name = ${this.taken.queue} and j.id = ${this.id}::uuid`
          : sql`
            update watched_repository set problem = ${storableText(problem)} where id = ${repositoryId}::bigint`
      ).execute(db);
    });
  }

  fail(problem: JobProblem, isInVain: boolean): Promise<void> {
    return this.changing(async (db) => {
      const { id, queue } = this.taken;
      if (isInVain)
        await sql`
          update pgboss.job set retry_limit = retry_count
          where name = ${queue} and id = ${id}::uuid`.execute(db);
      await failJob(db, this.taken, problem);
    });
  }

  giveBack(): Promise<void> {
    return this.changing(async (db) => {
      const { id, queue } = this.taken;
      await sql`
        update pgboss.job set
          state = (case when retry_count = 0 then 'created' else 'retry' end)::pgboss.job_state,
          started_on = case when retry_count > 0 then started_on end,
          retry_count = greatest(retry_count - 1, 0)
        where name = ${queue} and id = ${id}::uuid`.execute(db);
      await this.letGo(db);
      await tell(db, id, "given-back");
    });
  }

  private async letGo(db: Transaction<Tables>): Promise<void> {
    await db.deleteFrom("job_run").where("job_id", "=", this.id).execute();
  }

  /** Throws `job-lost`. */
  private async holdOn(db: Transaction<Tables>): Promise<void> {
    const { id, run, queue } = this.taken;
    const { rows } = await sql`
      select 1 from job_run r join pgboss.job j on j.name = r.queue and j.id = r.job_id
      where r.job_id = ${id}::uuid and r.run = ${run}::bigint and j.name = ${queue} and j.state = 'active'
      for update of r`.execute(db);
    if (rows.length > 0) return;
    throw new FulcrumError(
      "job-lost",
      "The job is another worker's by now, or has ended.",
      "Nothing is lost: what this worker did is done by whoever has the job.",
    );
  }

  private async changing(work: (db: Transaction<Tables>) => Promise<void>): Promise<void> {
    try {
      await this.db.transaction().execute(async (db) => {
        await this.holdOn(db);
        await work(db);
      });
    } catch (error) {
      throw databaseFailure(this.where, error);
    }
  }
}
