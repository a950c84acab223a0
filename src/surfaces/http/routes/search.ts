import { z } from "zod";
import { keptAssessment, namedThing } from "#contract/service.ts";
import { defineRoute, type RouteGroup } from "../route.ts";
import { organisationParams, versionOf, wantedOrganisation } from "../wanted-assessment.ts";

const found = z
  .object({ assessment: keptAssessment, things: z.array(namedThing) })
  .meta({ id: "Found-Things" });

const byName = defineRoute({
  method: "get",
  path: "/api/v1/organisations/{organisation}/search",
  permission: "read-assessments",
  summary: "Things of the current assessment by their names; forgives errors of typing",
  params: organisationParams,
  query: z.object({
    q: z.string().min(1).max(200),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answers: { 200: { description: "The likest first.", schema: found } },
  answer: async (context, { params: { organisation }, query: { q, limit } }) => {
    const { current: assessment } = await wantedOrganisation(context, organisation);
    return {
      version: versionOf(assessment),
      body: async () => {
        const things = await context.organisations.named(assessment.id, q, limit);
        return { assessment, things };
      },
    };
  },
});

export const search: RouteGroup = { name: "Search", routes: [byName] };
