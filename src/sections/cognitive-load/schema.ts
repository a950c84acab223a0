import { z } from "zod";
import { count, instant } from "#contract/primitives.ts";
import { loadDimensions } from "#vocabulary/measures.ts";

/** What one team must know; definitions in docs/insights/cognitive-load.md. Teams are not compared with each other. */
export const cognitiveLoad = z
  .object({
    teamId: z.string(),
    componentsCount: count,
    itemsCount: count.describe("distinct things over all dimensions, at as-of"),
    dimensions: z.array(
      z.object({
        dimension: z.enum(loadDimensions),
        count,
        items: z.array(z.string()),
      }),
    ),
    trend: z
      .array(z.object({ at: instant, count }))
      .describe("quarter-ends and as-of; without languages and runtimes"),
    growth: z
      .object({
        relativePerYear: z.number().describe("`perYear` ÷ mean number of things"),
        perYear: z.number().describe("things a year"),
        low: z.number().describe("of `perYear`, by Sen's interval of 95 %"),
        high: z.number(),
        n: count,
      })
      .nullable(),
  })
  .meta({ id: "CognitiveLoad" });
export type ReportCognitiveLoad = z.infer<typeof cognitiveLoad>;
