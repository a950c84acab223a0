import { z } from "zod";
import { cursor, importedReport, keptAssessment, nextCursor } from "#contract/service.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { writtenReport } from "#operations/answering/written-report.ts";
import { importReport } from "#operations/import-report.ts";
import type { Report } from "#sections/report.ts";
import { cursorOf, placeIn } from "../page-cursor.ts";
import { ProblemError } from "../problem.ts";
import { defineRoute, type Answer, type RouteGroup } from "../route.ts";
import type { ServiceContext } from "../service-context.ts";
import { organisationParams, wantedOrganisation } from "../wanted-assessment.ts";

/** Bytes of a report: three times that of the largest organisation that was tried. */
const largestReport = 256 * 1024 * 1024;

const kept = z
  .object({ assessments: z.array(keptAssessment), next: nextCursor })
  .meta({ id: "Kept-Assessments" });

const list = defineRoute({
  method: "get",
  path: "/api/v1/organisations/{organisation}/assessments",
  permission: "read-assessments",
  summary: "Assessments of an organisation that are kept",
  params: organisationParams,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: cursor.optional(),
  }),
  answers: { 200: { description: "The newest first.", schema: kept } },
  answer: async (context, { params: { organisation }, query }) => {
    await wantedOrganisation(context, organisation);
    const asked = { organisation };
    const before = query.cursor === undefined ? null : placeIn(query.cursor, asked).assessment;
    const found = await context.organisations.assessments(organisation, {
      before,
      limit: query.limit + 1,
    });
    const assessments = found.slice(0, query.limit);
    const last = found.length > query.limit ? assessments.at(-1) : undefined;
    const next = last === undefined ? null : cursorOf({ assessment: last.id, skip: 0 }, asked);
    return { body: { assessments, next } };
  },
});

/** What both ways of putting a report in share. */
const putting = {
  method: "post",
  permission: "add-assessments",
  body: z.looseObject({}).meta({ id: "Written-Report", description: "docs/report.schema.json" }),
  mostBytes: largestReport,
  answers: {
    200: { description: "It is the current one already.", schema: importedReport },
    201: { description: "It is the current one from now on.", schema: importedReport },
  },
  problems: ["report-refused"],
} as const;

const add = defineRoute({
  ...putting,
  path: "/api/v1/organisations/{organisation}/assessments",
  summary:
    "Puts a report in, as `fulcrum assess --json` writes it; it becomes the current assessment",
  params: organisationParams,
  answer: (context, { params: { organisation }, body }) => putIn(context, organisation, body),
});

const addByName = defineRoute({
  ...putting,
  path: "/api/v1/organisations",
  summary: "Puts a report in, for the organisation that it is about",
  answer: (context, { body }) => putIn(context, null, body),
});

async function putIn(context: ServiceContext, slug: string | null, body: unknown): Promise<Answer> {
  const { slug: organisation, ...imported } = await importReport(context, {
    slug,
    report: reportIn(body),
  });
  const { assessment, isUnchanged } = imported;
  return {
    status: isUnchanged ? 200 : 201,
    body: { organisation, ...imported },
    headers: { Location: `/api/v1/organisations/${organisation}?assessment=${assessment}` },
  };
}

function reportIn(body: unknown): Report {
  try {
    return writtenReport(body, "The body");
  } catch (error) {
    if (!(error instanceof FulcrumError)) throw error;
    throw new ProblemError("report-refused", error.message, error.next, { cause: error });
  }
}

export const assessments: RouteGroup = { name: "Assessments", routes: [list, add, addByName] };
