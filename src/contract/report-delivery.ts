import { z } from "zod";
import { count, evidenceIds, fraction, instant } from "./primitives.ts";
import {
  benchmarkBands,
  benchmarkMetrics,
  deploymentLevels,
  deploymentOutcomes,
  linkGrades,
} from "./vocabulary.ts";

const seconds = z.number().min(0);

const leadTime = z
  .object({
    p50: seconds,
    p85: seconds,
    n: count.describe("commits"),
    low: seconds.nullable().describe("95 % bootstrap interval of the median, by deployment"),
    high: seconds.nullable(),
  })
  .meta({ id: "LeadTime" });

const rate = z.object({
  value: fraction,
  low: fraction.describe("Wilson, 95 %"),
  high: fraction,
  numerator: count,
  denominator: count,
});

const gradeCount = z.object({
  grade: z.enum(linkGrades),
  numerator: count,
  denominator: count,
  byChance: z.number().min(0).nullable().describe("time-only: links that chance alone would make"),
});

const xmr = z
  .object({
    centre: z.number(),
    low: z.number(),
    high: z.number(),
    baselineCount: count,
    points: z.array(
      z.object({
        at: instant,
        value: z.number(),
        rules: z.array(z.union([z.literal(1), z.literal(4)])),
      }),
    ),
  })
  .meta({ id: "XmrChart", description: "weekly deployments; Western Electric rules 1 and 4" });

export const delivery = z
  .object({
    componentId: z.string().nullable().describe("null: no component of that name was read"),
    application: z.string().describe("as deployed"),
    environment: z.string(),
    isProduction: z.boolean(),
    level: z.enum(deploymentLevels).describe("best evidence first; release and merge are proxies"),
    window: z.object({ from: instant, to: instant }),
    first: instant.nullable(),
    last: instant.nullable(),
    deploymentsTotal: count.describe("all of history"),
    deploymentsCount: count.describe("in the window"),
    pendingCount: count.describe("younger than 24 h: may still turn out to have failed"),
    rollbacksCount: count.describe("an earlier version again, in the window"),
    perWeek: z.number().min(0).nullable(),
    activeWeeks: fraction.nullable().describe("share of weeks with a deployment"),
    leadTimeSeconds: z
      .object({
        author: leadTime.nullable().describe("from author date, commits of people"),
        committer: leadTime.nullable().describe("from committer date, commits of people"),
        withoutMerges: leadTime.nullable().describe("from committer date, merge commits left out"),
        bots: leadTime.nullable().describe("from committer date, commits of programs"),
        deployedCommit: leadTime
          .nullable()
          .describe("from the deployed commit itself: the last stage"),
        skewedCount: count.describe("commits dated after their deployment: left out"),
      })
      .nullable(),
    changeFailRate: rate.extend({ byGrade: z.array(gradeCount) }).nullable(),
    recoverySeconds: z
      .object({ p50: seconds.nullable(), n: count, unresolvedCount: count })
      .nullable(),
    reworkRate: rate.nullable(),
    predictability: z
      .object({
        p85ToP50: z.number().nullable().describe("lead time; at least 30 commits"),
        throughput: xmr.nullable(),
      })
      .nullable(),
    benchmark: z.array(
      z.object({
        edition: z.int(),
        metric: z.enum(benchmarkMetrics),
        band: z.enum(benchmarkBands).nullable().describe("null: beyond the lowest cluster"),
      }),
    ),
    points: z
      .array(
        z.object({
          at: instant,
          version: z.string(),
          outcome: z.enum(deploymentOutcomes),
          leadTimeSeconds: seconds.nullable().describe("median over its new commits"),
          commitsCount: count.nullable(),
          commit: z.string().nullable(),
        }),
      )
      .describe("production only: the newest in the window"),
    evidenceIds,
  })
  .meta({ id: "Delivery" });
export type ReportDelivery = z.infer<typeof delivery>;
