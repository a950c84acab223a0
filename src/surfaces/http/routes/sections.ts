import { z } from "zod";
import { section } from "#contract/primitives.ts";
import { keptAssessment } from "#contract/service.ts";
import { sections as all, type SectionName } from "#sections/index.ts";
import { defineRoute, type RouteGroup } from "../route.ts";
import { sectionParams } from "../wanted-section.ts";
import { assessmentQuery, versionOf, wantedAssessment } from "../wanted-assessment.ts";

/** One of the shapes for each section, told apart by its name. */
const answers = z
  .union(
    all.map(({ name, schema }) =>
      z
        .object({
          assessment: keptAssessment,
          name: z.literal(name),
          description: section,
          content: z.object(schema).describe("its keys at the root of the report"),
        })
        .meta({ id: `Section-${name}` }),
    ),
  )
  .meta({ id: "Whole-Section" });

const whole = defineRoute({
  method: "get",
  path: "/api/v1/organisations/{organisation}/sections/{section}",
  permission: "read-assessments",
  summary: "A section of the report, whole",
  params: sectionParams,
  query: assessmentQuery,
  answers: { 200: { description: "As the report has it.", schema: answers } },
  problems: ["other-version"],
  answer: async (context, { params, query }) => {
    const assessment = await wantedAssessment(context, params.organisation, query.assessment);
    const name: SectionName = params.section;
    return {
      version: versionOf(assessment),
      body: async () => {
        const { description, content } = await context.assessments.section(assessment.id, name);
        return { assessment, name, description, content };
      },
    };
  },
});

export const sections: RouteGroup = { name: "Sections", routes: [whole] };
