import { sql, type Transaction } from "kysely";
import type { JobProblem } from "#ports/jobs.ts";
import { storableText } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { tell } from "./job-rows.ts";
import { queueOn } from "./queue.ts";

export interface JobPlace {
  readonly id: string;
  readonly queue: string;
}

/** It waits to be tried again, or has failed for good: which of the two, it tells. The job is nobody's afterwards. */
export async function failJob(
  db: Transaction<Tables>,
  { id, queue }: JobPlace,
  { code, message, next }: JobProblem,
): Promise<void> {
  const said = { code, message: storableText(message), next: storableText(next) };
  await queueOn(db).fail(queue, id, said);
  await db.deleteFrom("job_run").where("job_id", "=", id).execute();
  const { rows } = await sql<{ state: string }>`
    select state::text as state from pgboss.job where name = ${queue} and id = ${id}::uuid`.execute(
    db,
  );
  const isOver = rows[0]?.state === "failed";
  await tell(db, id, isOver ? "failed-for-good" : "failed-for-now", { code, message });
}
