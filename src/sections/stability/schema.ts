import { z } from "zod";
import { count, evidenceIds, instant } from "#contract/primitives.ts";
import { promisedBumps } from "#vocabulary/adoption.ts";

const violation = z
  .object({
    version: z.string(),
    previous: z.string(),
    bump: z.enum(promisedBumps),
    at: instant,
    removedCount: count,
    removedNames: z.array(z.string()),
    hit: z
      .array(z.object({ componentId: z.string(), names: z.array(z.string()) }))
      .describe("consumers whose code mentions such a name at HEAD"),
    evidenceIds,
  })
  .meta({ id: "SemverViolation" });

/** How often a capability breaks its consumers; definitions in docs/insights/stability.md. */
export const stability = z
  .object({
    capabilityId: z.string(),
    releasesCount: count.nullable().describe("stable releases up to as-of"),
    majorsPerYear: z
      .object({ value: z.number().min(0), majorsCount: count, years: z.number().min(0) })
      .nullable(),
    daysBetweenMajors: z.object({ p50: z.number(), n: count }).nullable(),
    majors: z.array(z.object({ version: z.string(), at: instant })),
    isInitialDevelopment: z.boolean().nullable().describe("its newest release is below 1.0"),
    violations: z.array(violation).nullable().describe("null: no pair of releases to compare"),
    comparedCount: count.describe("pairs of releases that promise to break nothing"),
    releases: z
      .array(
        z.object({
          version: z.string(),
          at: instant,
          exportedCount: count,
          addedCount: count.nullable(),
          removedCount: count.nullable(),
        }),
      )
      .describe("the newest whose exports were read, by version"),
    evidenceIds,
  })
  .meta({ id: "Stability" });
export type ReportStability = z.infer<typeof stability>;
