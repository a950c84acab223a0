import { z } from "zod";
import { importedReport, organisationSlug } from "#contract/service.ts";
import { offerSample, removeSample, showSample } from "#operations/sample-organisation.ts";
import { defineRoute, type RouteGroup } from "../route.ts";

const path = "/api/v1/sample";

const offer = defineRoute({
  method: "get",
  path,
  permission: "read-assessments",
  summary: "The sample organisation, which is invented",
  answers: {
    200: {
      description: "Whether it can be looked at.",
      schema: z
        .object({
          slug: organisationSlug,
          name: z.string(),
          isReady: z.boolean().describe("it was built, and can be shown"),
          isShown: z.boolean().describe("it stands among the organisations"),
        })
        .meta({ id: "Sample-Offer" }),
    },
  },
  answer: async (context) => ({ body: await offerSample(context) }),
});

const show = defineRoute({
  method: "post",
  path,
  permission: "show-sample",
  summary: "Shows the sample organisation among the others",
  answers: {
    200: { description: "It is shown already.", schema: importedReport },
    201: { description: "It is shown from now on.", schema: importedReport },
  },
  problems: ["sample-not-built", "slug-taken", "other-version"],
  answer: async (context) => {
    const { slug: organisation, ...imported } = await showSample(context);
    return {
      status: imported.isUnchanged ? 200 : 201,
      body: { organisation, ...imported },
      headers: { Location: `/api/v1/organisations/${organisation}` },
    };
  },
});

const remove = defineRoute({
  method: "delete",
  path,
  permission: "show-sample",
  summary: "Removes the sample organisation, and nothing else",
  answers: {
    200: {
      description: "It is not shown any more.",
      schema: z.object({ assessmentsCount: z.int().min(0).describe("removed") }),
    },
  },
  answer: async (context) => ({ body: { assessmentsCount: await removeSample(context) } }),
});

export const sample: RouteGroup = { name: "Sample", routes: [offer, show, remove] };
