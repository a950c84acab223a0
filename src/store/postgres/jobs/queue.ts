import { CompiledQuery, sql, type Kysely } from "kysely";
import PgBoss from "pg-boss";
import { digest } from "#kernel/ids.ts";
import type { Tables } from "../tables.ts";

/** Seconds of the first wait; each one later is about twice as long. */
export interface Retrying {
  readonly limit: number;
  readonly delaySeconds: number;
}

export const usualRetrying: Retrying = { limit: 5, delaySeconds: 5 };

const day = 86_400;
/** pg-boss takes less than 24 hours. A worker that is gone is found long before: see `WorkerSeat`. */
const longestJobSeconds = day - 3_600;

/** As its statements are sent: over connections of ours, so that they can be part of our transactions. */
export function executorOf(db: Kysely<Tables>): PgBoss.Db {
  return {
    executeSql: async (text, values?: readonly unknown[]) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, [...(values ?? [])]));
      return { rows };
    },
  };
}

/** Not started: its methods are statements, no more. */
export function queueOn(db: Kysely<Tables>): PgBoss {
  return new PgBoss({ db: executorOf(db), migrate: false, supervise: false, schedule: false });
}

/** Started, it sees to schedules, to jobs that take too long, and to what is old. */
export function keeperOn(db: Kysely<Tables>): PgBoss {
  return new PgBoss({
    db: executorOf(db),
    migrate: false,
    supervise: true,
    schedule: true,
    archiveCompletedAfterSeconds: 7 * day,
    archiveFailedAfterSeconds: 90 * day,
    deleteAfterDays: 1,
  });
}

/** Makes its tables, or brings them up to date; whoever comes second waits, and finds nothing to do. */
export async function installQueue(db: Kysely<Tables>): Promise<void> {
  await db.connection().execute(async (connection) => {
    // Of two at once its own statements would leave one connection within a transaction that failed.
    await sql`select pg_advisory_lock(hashtext('fulcrum'), hashtext('queue'))`.execute(connection);
    try {
      const boss = new PgBoss({
        db: executorOf(connection),
        migrate: true,
        supervise: false,
        schedule: false,
      });
      await boss.start();
      await boss.stop({ graceful: false });
    } finally {
      await sql`select pg_advisory_unlock(hashtext('fulcrum'), hashtext('queue'))`.execute(
        connection,
      );
    }
  });
}

/** Whether its tables are there, and of this version. */
export async function isQueueInstalled(db: Kysely<Tables>): Promise<boolean> {
  const boss = queueOn(db);
  if (!(await boss.isInstalled())) return false;
  try {
    await boss.start();
    await boss.stop({ graceful: false });
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes("requires migrations")) return false;
    throw error;
  }
}

/** One for each organisation: at most one of its jobs runs, and none waits behind those of others. */
export function queueName(organisation: string): string {
  return `scan-${digest(organisation)}`;
}

/** Within a transaction; where it is there already, nothing happens. */
export async function makeQueue(
  db: Kysely<Tables>,
  name: string,
  { limit, delaySeconds }: Retrying,
): Promise<void> {
  // Two that are made at once would wait for each other.
  await sql`select pg_advisory_xact_lock(hashtext('fulcrum'), hashtext('queue'))`.execute(db);
  await queueOn(db).createQueue(name, {
    name,
    policy: "singleton",
    retryLimit: limit,
    retryDelay: delaySeconds,
    retryBackoff: true,
    expireInSeconds: longestJobSeconds,
    retentionMinutes: 60 * 24 * 30,
  });
}
