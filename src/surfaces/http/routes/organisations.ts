import { z } from "zod";
import { count, section } from "#contract/primitives.ts";
import { keptAssessment, knownOrganisation, organisationSlug } from "#contract/service.ts";
import { sections } from "#sections/index.ts";
import { reportHead } from "#sections/report.ts";
import { defineRoute, type RouteGroup } from "../route.ts";
import {
  assessmentQuery,
  organisationParams,
  versionOf,
  wantedAssessment,
  wantedOrganisation,
} from "../wanted-assessment.ts";

const list = defineRoute({
  method: "get",
  path: "/api/v1/organisations",
  permission: "read-assessments",
  summary: "Organisations that have an assessment",
  answers: {
    200: {
      description: "In the order of their slugs.",
      schema: z
        .object({ organisations: z.array(knownOrganisation) })
        .meta({ id: "Known-Organisations" }),
    },
  },
  answer: async ({ organisations }) => ({ body: { organisations: await organisations.all() } }),
});

const outline = z
  .object({
    slug: organisationSlug,
    name: z.string(),
    assessment: keptAssessment,
    head: reportHead,
    sections: z
      .record(
        z.string(),
        section.omit({ unknown: true }).extend({
          keys: z.array(z.string()).describe("its keys at the root of the report"),
        }),
      )
      .describe("by name, in the order of the report"),
    counts: z.record(z.string(), count).describe("records of each list, by its key"),
  })
  .meta({ id: "Organisation-Outline" });

const one = defineRoute({
  method: "get",
  path: "/api/v1/organisations/{organisation}",
  permission: "read-assessments",
  summary: "What an assessment of an organisation holds",
  params: organisationParams,
  query: assessmentQuery,
  answers: { 200: { description: "Its head, its sections and their sizes.", schema: outline } },
  answer: async (context, { params: { organisation }, query }) => {
    const { slug, name } = await wantedOrganisation(context, organisation);
    const assessment = await wantedAssessment(context, organisation, query.assessment);
    const { assessments, organisations } = context;
    return {
      // Which one is current may change while the assessment stays the same.
      version: `${versionOf(assessment)} ${String(assessment.isCurrent)}`,
      body: async () => {
        const { id } = assessment;
        const head = await assessments.head(id);
        const described = await organisations.descriptions(id);
        const sizes = await organisations.listSizes(id);
        return {
          slug,
          name,
          assessment,
          head,
          sections: Object.fromEntries(
            sections.flatMap((known) => {
              const description = described[known.name];
              if (description === undefined) return [];
              const { unknown: _, ...rest } = description;
              return [[known.name, { ...rest, keys: Object.keys(known.schema) }]];
            }),
          ),
          counts: sizes,
        };
      },
    };
  },
});

export const organisations: RouteGroup = { name: "Organisations", routes: [list, one] };
