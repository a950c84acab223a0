import { z } from "zod";
import { count, evidenceIds, fraction, instant, slug } from "#contract/primitives.ts";
import {
  benchmarkBands,
  benchmarkMetrics,
  deliveryStages,
  deploymentLevels,
  deploymentOutcomes,
  linkGrades,
  remedies,
  rollUpScopes,
} from "#vocabulary/delivery.ts";

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

const stage = z.object({
  stage: z.enum(deliveryStages),
  p50: seconds,
  p85: seconds,
  n: count.describe("commits; of open-to-merge changes, of build-to-deploy deployments"),
});

const linking = z.object({
  withinSeconds: seconds,
  explicitOnly: fraction,
  linked: fraction.describe("explicit and remediated: the headline's way"),
  withExcess: fraction.describe("and time-only links beyond chance"),
  withTimeOnly: fraction,
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
    id: z.string().startsWith("delivery:"),
    slug,
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
    revertsCount: count
      .nullable()
      .describe("deployments of the window that take back what an earlier one brought"),
    hotfixesCount: count.nullable().describe("deployments of the window that bring a hotfix"),
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
        squashedCount: count.describe("commits squashed at their merge: timed from there only"),
      })
      .nullable(),
    stages: z
      .array(stage)
      .describe("parts of lead time that are known; their medians do not add up to the whole"),
    changeFailRate: rate
      .extend({
        byGrade: z.array(gradeCount),
        sensitivity: z.array(linking).describe("the rate by other ways of linking incidents"),
        unlinkedCount: count.describe("incidents of the window that belong to no deployment"),
      })
      .nullable(),
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
    tagFamilies: z
      .array(
        z.object({
          pattern: z.string(),
          tagsCount: count,
          first: instant,
          last: instant,
          isChosen: z.boolean().describe("its tags count as releases"),
        }),
      )
      .describe("level release: families of tags side by side, the newest first"),
    recordedIn: z
      .object({ repositoryId: z.string().nullable(), path: z.string().nullable() })
      .describe("where the points are recorded, unless a point says otherwise"),
    points: z
      .array(
        z.object({
          at: instant,
          version: z.string(),
          outcome: z.enum(deploymentOutcomes),
          leadTimeSeconds: seconds.nullable().describe("median over its new commits"),
          commitsCount: count.nullable(),
          commit: z.string().nullable(),
          remedy: z.enum(remedies).optional().describe("how it puts something right"),
          path: z.string().optional(),
          line: z.int().optional(),
        }),
      )
      .describe("production, releases and merges: the newest in the window"),
    evidenceIds,
  })
  .meta({ id: "Delivery" });
export type ReportDelivery = z.infer<typeof delivery>;

export const deliveryRollUp = z
  .object({
    scope: z.enum(rollUpScopes),
    id: z.string().describe("team, product:SYSTEM, component, or organisation"),
    name: z.string(),
    level: z.enum(deploymentLevels).describe("event or gitops: levels are never mixed"),
    window: z.object({ from: instant, to: instant }),
    componentsCount: count,
    componentIds: z.array(z.string()).describe("of those that were read: deployed in the window"),
    deploymentsCount: count,
    perWeek: z.number().min(0).nullable().describe("all components together"),
    componentPerWeek: z.number().min(0).nullable().describe("median over components"),
    leadTimeSeconds: leadTime.nullable().describe("all commits together, by committer date"),
    componentLeadTimeSeconds: z
      .object({ p50: seconds, n: count })
      .nullable()
      .describe("median over components of their medians"),
    changeFailRate: rate.extend({ componentsCount: count }).nullable(),
    recoverySeconds: z
      .object({ p50: seconds.nullable(), n: count, unresolvedCount: count })
      .nullable(),
    reworkRate: rate.nullable(),
    quarters: z
      .array(
        z.object({
          from: instant,
          to: instant,
          deploymentsCount: count,
          leadTimeSeconds: seconds.nullable(),
          commitsCount: count,
        }),
      )
      .describe("oldest first, the last may not be over: to compare it with itself"),
  })
  .meta({ id: "DeliveryRollUp" });
export type ReportDeliveryRollUp = z.infer<typeof deliveryRollUp>;
