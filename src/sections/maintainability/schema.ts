import { z } from "zod";
import { count, evidenceIds, fraction, instant } from "#contract/primitives.ts";
import { maintainabilityMeasures, maintainabilityScopes } from "#vocabulary/measures.ts";

/** Speed and maintainability side by side; definitions in docs/insights/maintainability.md. */
export const maintainability = z
  .object({
    scopes: z
      .array(
        z.object({
          kind: z.enum(maintainabilityScopes),
          id: z.string(),
          olderClonesCount: count.describe(
            "components left out: their clones end before the newest quarter does",
          ),
          quarters: z.array(
            z.object({
              from: instant,
              to: instant,
              commitsCount: count.describe("commits of mainlines with human work"),
              reworkShare: fraction.nullable(),
              fileChangesCount: count,
              churnShare: fraction.nullable().describe("of lines added: gone 21 days later"),
              sampledCount: count.describe("file changes whose lines were compared"),
              dependencyLagYears: z.number().min(0).nullable(),
              lockedCount: count,
              hotFileLines: z.number().min(0).nullable(),
            }),
          ),
          trends: z
            .array(
              z.object({
                measure: z.enum(maintainabilityMeasures),
                perYear: z.number(),
                low: z.number(),
                high: z.number(),
                relativePerYear: z.number().nullable(),
                n: count.describe("quarters with a value"),
              }),
            )
            .describe("Theil-Sen, 95 % after Sen; only with eight quarters"),
          evidenceIds,
        }),
      )
      .describe("the organisation, then teams, then components: never ranked"),
  })
  .meta({ id: "Maintainability" });
export type ReportMaintainability = z.infer<typeof maintainability>;
