import { z } from "zod";
import { count, instant, slug } from "./primitives.ts";

/** What an organisation is called in addresses of the service. */
export const organisationSlug = slug.max(60);

/** The number of an assessment, as the service gives it. */
export const assessmentId = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .meta({ id: "Assessment-Id", description: "the number of an assessment" });

export const keptAssessment = z
  .object({
    id: assessmentId,
    generatedAt: instant,
    asOf: instant.describe("the moment that it is about"),
    savedAt: instant,
    isCurrent: z.boolean().describe("answers come from it unless another one is named"),
  })
  .meta({ id: "Kept-Assessment" });

export const knownOrganisation = z
  .object({ slug: organisationSlug, name: z.string(), current: keptAssessment })
  .meta({ id: "Known-Organisation" });

/** Where the next page begins, for whoever sends it back as it is. */
export const cursor = z
  .string()
  .regex(/^[\w-]{1,400}$/)
  .meta({ id: "Cursor", description: "of an answer before: give it back as it came" });

export const nextCursor = cursor.nullable().describe("null: that was all");

export const facetCounts = z
  .record(
    z.string(),
    z.array(z.object({ value: z.string().nullable().describe("null: unknown"), count })),
  )
  .meta({ id: "Facets", description: "by field, the most frequent value first" });

export const namedThing = z
  .object({
    list: z.string().describe("a key at the root of the report"),
    key: z.string().describe("of the record in it"),
    name: z.string(),
  })
  .meta({ id: "Named-Thing" });

export const importedReport = z
  .object({
    organisation: organisationSlug,
    assessment: assessmentId,
    isUnchanged: z.boolean().describe("it was the current one already: nothing was written"),
  })
  .meta({ id: "Imported-Report" });
