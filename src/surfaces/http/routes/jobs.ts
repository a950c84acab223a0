import { z } from "zod";
import { job, jobEvent, jobId } from "#contract/jobs.ts";
import { nextCursor, organisationSlug } from "#contract/service.ts";
import { askForScan } from "#operations/scanning/ask-for-scan.ts";
import { followJob } from "#operations/scanning/follow-job.ts";
import { listJobs } from "#operations/scanning/list-jobs.ts";
import { retryJob } from "#operations/scanning/retry-job.ts";
import { showJob } from "#operations/scanning/show-job.ts";
import { jobStates } from "#vocabulary/jobs.ts";
import { eventStream } from "../event-stream.ts";
import { requestKeyOf } from "../request-key.ts";
import { defineRoute, type RouteGroup } from "../route.ts";
import { organisationParams } from "../wanted-assessment.ts";

const scan = defineRoute({
  method: "post",
  path: "/api/v1/organisations/{organisation}/scans",
  permission: "ask-for-scans",
  summary: "Scans all that is watched: the job that waits already, or a new one",
  params: organisationParams,
  answers: { 202: { description: "It begins as soon as a worker is free.", schema: job } },
  problems: ["not-watched", "key-used"],
  answer: async (context, { params: { organisation }, headers }) => {
    const key = requestKeyOf(headers, ["scan", organisation]);
    const asked = await askForScan(context, { organisation, ...key });
    return { status: 202, body: asked, headers: { Location: `/api/v1/jobs/${asked.id}` } };
  },
});

const list = defineRoute({
  method: "get",
  path: "/api/v1/jobs",
  permission: "read-jobs",
  summary: "Jobs that wait, run or have ended",
  query: z.object({
    organisation: organisationSlug.optional(),
    state: z.enum(jobStates).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: jobId.optional().describe("the `next` of an answer before"),
  }),
  answers: {
    200: {
      description: "The newest first.",
      schema: z.object({ jobs: z.array(job), next: nextCursor }).meta({ id: "Jobs" }),
    },
  },
  answer: async (
    context,
    { query: { organisation = null, state = null, limit, cursor = null } },
  ) => {
    const wanted = { organisation, state, after: cursor, limit: limit + 1 };
    const found = await listJobs(context, wanted);
    const jobs = found.slice(0, limit);
    return { body: { jobs, next: found.length > limit ? (jobs.at(-1)?.id ?? null) : null } };
  },
});

const jobParams = z.object({ id: jobId });

const one = defineRoute({
  method: "get",
  path: "/api/v1/jobs/{id}",
  permission: "read-jobs",
  summary: "One job",
  params: jobParams,
  answers: { 200: { description: "As it is now.", schema: job } },
  answer: async (context, { params }) => ({ body: await showJob(context, params) }),
});

const retry = defineRoute({
  method: "post",
  path: "/api/v1/jobs/{id}/retry",
  permission: "ask-for-scans",
  summary: "Tries a job once more that has failed for good",
  params: jobParams,
  answers: { 202: { description: "It begins as soon as a worker is free.", schema: job } },
  problems: ["job-not-failed", "key-used"],
  answer: async (context, { params: { id }, headers }) => ({
    status: 202,
    body: await retryJob(context, { id, ...requestKeyOf(headers, ["retry", id]) }),
  }),
});

const events = defineRoute({
  method: "get",
  path: "/api/v1/jobs/{id}/events",
  permission: "read-jobs",
  summary: "What happens to a job, as it happens, from Last-Event-ID on; ends when the job has",
  params: jobParams,
  answers: {
    200: {
      description: "Server-sent events with id, at, kind and detail, each named by its kind.",
      schema: { mediaType: "text/event-stream", of: jobEvent },
    },
  },
  answer: async (context, { params: { id }, headers, signal }) => {
    await showJob(context, { id });
    const given = headers.get("last-event-id");
    const after = given !== null && /^\d{1,18}$/.test(given) ? given : null;
    const until = AbortSignal.any([signal, context.stopping]);
    return { response: eventStream(followJob(context, { id, after, signal: until })) };
  },
});

export const jobs: RouteGroup = { name: "Jobs", routes: [scan, list, one, retry, events] };
