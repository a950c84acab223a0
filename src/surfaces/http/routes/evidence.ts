import { z } from "zod";
import { evidenceItem } from "#contract/primitives.ts";
import { keptAssessment } from "#contract/service.ts";
import { defineRoute, type RouteGroup } from "../route.ts";
import {
  assessmentQuery,
  organisationParams,
  versionOf,
  wantedAssessment,
} from "../wanted-assessment.ts";

const found = z
  .object({
    assessment: keptAssessment,
    evidence: z.array(evidenceItem).describe("in the order of the report; others are not there"),
  })
  .meta({ id: "Found-Evidence" });

const byIds = defineRoute({
  method: "get",
  path: "/api/v1/organisations/{organisation}/evidence",
  permission: "read-assessments",
  summary: "Facts by their ids",
  params: organisationParams,
  query: assessmentQuery.extend({
    ids: z
      .array(z.string().startsWith("evidence:").max(100))
      .min(1)
      .max(200)
      .describe("`evidenceIds` of figures: ids=…&ids=…"),
  }),
  answers: { 200: { description: "Those that are there.", schema: found } },
  problems: ["other-version"],
  answer: async (context, { params: { organisation }, query }) => {
    const assessment = await wantedAssessment(context, organisation, query.assessment);
    return {
      version: versionOf(assessment),
      body: async () => {
        const wanted = new Set(query.ids);
        const { assessments } = context;
        const evidence = await assessments.items(assessment.id, "evidence", "id", wanted);
        return { assessment, evidence };
      },
    };
  },
});

export const evidence: RouteGroup = { name: "Evidence", routes: [byIds] };
