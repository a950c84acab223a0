import type { Transaction } from "kysely";
import { storableText } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { tell, waitingJob } from "./job-rows.ts";
import { queueOn } from "./queue.ts";
import { watchedRepositories } from "./watched-rows.ts";

/** A job that begins after now: the one that waits, or a new one. The organisation is locked. */
export async function askForJob(
  db: Transaction<Tables>,
  organisation: string,
  queue: string,
): Promise<string> {
  const waiting = await waitingJob(db, queue);
  if (waiting !== null) return waiting;
  const boss = queueOn(db);
  const id = await boss.send(queue, { organisation: storableText(organisation) });
  if (id === null) throw new Error(`The queue ${queue} took no job.`);
  await tell(db, id, "asked");
  return id;
}

/**
 * A job that concludes anew from what was read before: nothing is fetched, and what has not changed is not read. Gives its id; null:
 * nothing of the organisation is watched.
 */
export async function askToConclude(
  db: Transaction<Tables>,
  organisation: string,
): Promise<string | null> {
  const found = await db
    .selectFrom("watched_organisation")
    .select("queue")
    .where("name", "=", storableText(organisation))
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) return null;
  if ((await watchedRepositories(db, organisation)).length === 0) return null;
  return askForJob(db, organisation, found.queue);
}
