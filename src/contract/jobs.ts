import { z } from "zod";
import { jobEventKinds, jobStates, watchedKinds } from "#vocabulary/jobs.ts";
import { count, instant } from "./primitives.ts";
import { assessmentId, organisationSlug } from "./service.ts";

export const jobId = z.uuid().meta({ id: "Job-Id" });

export const job = z
  .object({
    id: jobId,
    organisation: z.string(),
    state: z
      .enum(jobStates)
      .describe("waiting-again: tried again by itself; failed: only when somebody asks"),
    attemptsCount: count.describe("how often it was begun"),
    askedAt: instant,
    beginsAfter: instant,
    begunAt: instant.nullable().describe("the last attempt; null: not yet"),
    endedAt: instant.nullable().describe("null: it has not ended"),
    problem: z
      .object({ code: z.string(), message: z.string(), next: z.string() })
      .nullable()
      .describe("of the last attempt that failed"),
    assessment: assessmentId.nullable().describe("that it made, or found to be the same still"),
  })
  // `Job` is what the report calls work that is done in several ways.
  .meta({ id: "Scan-Job" });

/** What happened to a job. */
export const jobEvent = z
  .object({
    id: z.string().describe("grows from event to event of a job: send it as Last-Event-ID"),
    at: instant,
    kind: z.enum(jobEventKinds),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: "Job-Event" });

export const watchedId = z.string().regex(/^[1-9]\d{0,17}$/);

export const watchedRepository = z
  .object({
    id: watchedId,
    organisation: organisationSlug,
    kind: z.enum(watchedKinds),
    address: z.string().describe("a path of the service's machine, or what git fetches from"),
    identity: z.string().nullable().describe("host/owner/name, as pushes name it"),
    addedAt: instant,
    wantedAt: instant.nullable().describe("since when its copy is to be brought up to date"),
    fetchedAt: instant.nullable(),
    problem: z.string().nullable().describe("why it could not be, the last time"),
  })
  .meta({ id: "Watched-Repository" });

/** Five fields of cron, in UTC. */
export const schedule = z.string().max(200).meta({ id: "Schedule" });
