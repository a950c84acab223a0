import { sql, type Kysely, type RawBuilder } from "kysely";
import { z } from "zod";
import type { Job, JobEvent, JobProblem, JobsWanted } from "#ports/jobs.ts";
import { jobEventKinds, type JobEventKind, type JobState } from "#vocabulary/jobs.ts";
import { jsonOf, originalText, storableText, valueOf } from "../json-text.ts";
import type { Tables } from "../tables.ts";

/** By pg-boss's words. */
const states = {
  created: "waiting",
  retry: "waiting-again",
  active: "running",
  completed: "completed",
  cancelled: "cancelled",
  failed: "failed",
} as const satisfies Record<string, JobState>;

interface JobRow {
  readonly id: string;
  readonly organisation: string;
  readonly state: keyof typeof states;
  readonly retry_count: number;
  readonly created_on: Date;
  readonly start_after: Date;
  readonly started_on: Date | null;
  readonly completed_on: Date | null;
  readonly output: string | null;
}

const columns = sql`
  id, data ->> 'organisation' as organisation, state::text as state, retry_count, created_on, start_after,
  started_on, completed_on, output::text as output`;

/** Queues of pg-boss itself have other names. */
const isScan = sql<boolean>`name like 'scan-%' and data ->> 'organisation' is not null`;

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

export async function jobById(db: Kysely<Tables>, id: string): Promise<Job | null> {
  if (!uuid.test(id)) return null;
  const { rows } = await sql<JobRow>`
    select ${columns} from pgboss.job where ${isScan} and id = ${id}::uuid`.execute(db);
  return rows[0] === undefined ? null : jobOf(rows[0]);
}

/** The newest first. */
export async function jobsWanted(
  db: Kysely<Tables>,
  { organisation, state, after, limit }: JobsWanted,
): Promise<Job[]> {
  if (after !== null && !uuid.test(after)) return [];
  const [word] = Object.entries(states).find(([, ours]) => ours === state) ?? [null];
  const conditions: RawBuilder<unknown>[] = [
    isScan,
    ...(organisation === null
      ? []
      : [sql`data ->> 'organisation' = ${storableText(organisation)}`]),
    ...(word === null ? [] : [sql`state = ${word}::pgboss.job_state`]),
    ...(after === null
      ? []
      : [
          sql`(created_on, id) < (select created_on, id from pgboss.job where ${isScan} and id = ${after}::uuid)`,
        ]),
  ];
  const { rows } = await sql<JobRow>`
    select ${columns} from pgboss.job where ${sql.join(conditions, sql` and `)}
    order by created_on desc, id desc limit ${limit}`.execute(db);
  return rows.map(jobOf);
}

/** The job of a queue that waits, if one does. */
export async function waitingJob(db: Kysely<Tables>, queue: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from pgboss.job where name = ${queue} and state in ('created', 'retry')
    order by created_on, id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

const problem = z.object({ code: z.string(), message: z.string(), next: z.string() });
const result = z.object({ assessment: z.string() });

/** As pg-boss ends what took too long. */
const tookTooLong: JobProblem = {
  code: "worker-failed",
  message: "The job did not end within 23 hours.",
  next: "Watch fewer repositories in one organisation, or give the worker a faster machine.",
};

function jobOf(row: JobRow): Job {
  const { id, state, started_on: startedOn, completed_on: completedOn } = row;
  const output = row.output === null ? null : valueOf(row.output);
  const failure = problem.safeParse(output);
  const made = result.safeParse(output);
  const isOver = state === "completed" || state === "cancelled" || state === "failed";
  const hasFailed = output !== null && state !== "completed";
  return {
    id,
    organisation: originalText(row.organisation),
    state: states[state],
    attemptsCount: row.retry_count + (startedOn === null ? 0 : 1),
    askedAt: row.created_on.toISOString(),
    beginsAfter: row.start_after.toISOString(),
    begunAt: startedOn?.toISOString() ?? null,
    endedAt: isOver ? (completedOn?.toISOString() ?? null) : null,
    problem: hasFailed ? (failure.success ? failure.data : tookTooLong) : null,
    assessment: made.success && state === "completed" ? made.data.assessment : null,
  };
}

export async function tell(
  db: Kysely<Tables>,
  id: string,
  kind: JobEventKind,
  detail: JobEvent["detail"] = {},
): Promise<void> {
  await db
    .insertInto("job_event")
    .values({ job_id: id, kind, detail: jsonOf(detail) })
    .execute();
}

const detailSchema = z.record(z.string(), z.union([z.string(), z.number()]));

export async function eventsAfter(
  db: Kysely<Tables>,
  id: string,
  after: string | null,
): Promise<JobEvent[]> {
  if (!uuid.test(id)) return [];
  const from = after !== null && /^\d{1,18}$/.test(after) ? after : "0";
  const rows = await db
    .selectFrom("job_event")
    .select(["id", "at", "kind", sql<string>`detail::text`.as("detail")])
    .where("job_id", "=", id)
    .where("id", ">", from)
    .orderBy("id")
    .limit(1000)
    .execute();
  return rows.map(({ id: number, at, kind, detail }) => ({
    id: number,
    at: at.toISOString(),
    kind: z.enum(jobEventKinds).parse(kind),
    detail: detailSchema.parse(valueOf(detail)),
  }));
}
