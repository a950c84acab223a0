import { z } from "zod";
import { schedule, watchedId, watchedRepository } from "#contract/jobs.ts";
import { organisationSlug } from "#contract/service.ts";
import { listWatched } from "#operations/scanning/list-watched.ts";
import { scheduleScans } from "#operations/scanning/schedule-scans.ts";
import { unwatchRepository } from "#operations/scanning/unwatch-repository.ts";
import { watchRepository } from "#operations/scanning/watch-repository.ts";
import { ProblemError } from "../problem.ts";
import { requestKeyOf } from "../request-key.ts";
import { defineRoute, type RouteGroup } from "../route.ts";
import { organisationParams } from "../wanted-assessment.ts";

const path = "/api/v1/organisations/{organisation}/repositories";

const allWatched = z
  .object({
    organisation: organisationSlug,
    schedule: schedule.nullable().describe("null: scanned when somebody asks, or pushes"),
    repositories: z.array(watchedRepository),
  })
  .meta({ id: "Watched" });

const list = defineRoute({
  method: "get",
  path,
  permission: "read-jobs",
  summary: "Folders and repositories that are watched for an organisation",
  params: organisationParams,
  answers: { 200: { description: "In the order in which they were added.", schema: allWatched } },
  answer: async (context, { params: { organisation } }) => {
    const { organisation: known, repositories } = await listWatched(context, { organisation });
    return { body: { organisation, schedule: known?.schedule ?? null, repositories } };
  },
});

const newWatched = z
  .union([
    z.strictObject({ folder: z.string().max(1000).describe("absolute") }),
    z.strictObject({
      address: z
        .string()
        .max(500)
        .describe("https://host/owner/name, ssh://git@host/owner/name, git@host:owner/name"),
    }),
  ])
  .meta({ id: "New-Watched" });

const add = defineRoute({
  method: "post",
  path,
  permission: "change-watched",
  summary: "Watches a folder of clones or a repository; the next scan reads it",
  params: organisationParams,
  body: newWatched,
  answers: { 201: { description: "It is watched, once.", schema: watchedRepository } },
  problems: ["place-refused", "key-used"],
  answer: async (context, { params: { organisation }, body, headers }) => {
    const watched = await watchRepository(context, {
      organisation,
      ...body,
      ...requestKeyOf(headers, ["watch", organisation, body]),
    });
    return {
      status: 201,
      body: watched,
      headers: { Location: `/api/v1/organisations/${organisation}/repositories` },
    };
  },
});

const remove = defineRoute({
  method: "delete",
  path: `${path}/{id}`,
  permission: "change-watched",
  summary: "Watches it no more; assessments stay",
  params: organisationParams.extend({ id: watchedId }),
  answers: { 200: { description: "It was watched.", schema: watchedRepository } },
  answer: async (context, { params }) => {
    const gone = await unwatchRepository(context, params);
    if (gone !== null) return { body: gone };
    throw new ProblemError(
      "not-found",
      `The organisation ${params.organisation} watches nothing of the id ${params.id}.`,
      `What it watches: /api/v1/organisations/${params.organisation}/repositories`,
    );
  },
});

const scheduled = z
  .strictObject({ schedule: schedule.nullable().describe("null: none") })
  .meta({ id: "Scheduled" });

const setSchedule = defineRoute({
  method: "put",
  path: "/api/v1/organisations/{organisation}/schedule",
  permission: "change-watched",
  summary: "Scans the organisation by itself: five fields of cron, in UTC",
  params: organisationParams,
  body: scheduled,
  answers: { 200: { description: "So it is from now on.", schema: scheduled } },
  problems: ["not-watched"],
  answer: async (context, { params: { organisation }, body }) => {
    await scheduleScans(context, { organisation, schedule: body.schedule });
    return { body };
  },
});

export const watched: RouteGroup = { name: "Watched", routes: [list, add, remove, setSchedule] };
