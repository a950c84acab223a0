import { z } from "zod";
import { count, evidenceIds, fraction } from "#contract/primitives.ts";
import { associationUnits, negativeKinds, outcomeMetrics, paybacks } from "#vocabulary/value.ts";
import { span } from "./span-schema.ts";

const money = z
  .object({ amount: z.number(), currency: z.string(), rateSource: z.string() })
  .meta({ id: "Money" });

const moneySpan = z
  .object({ low: money, likely: money, high: money })
  .nullable()
  .describe("null without a rate in fulcrum.yaml");

const association = z
  .object({
    metric: z.enum(outcomeMetrics),
    unit: z.enum(associationUnits).describe("relative: −0.2 is 20 % less"),
    effect: z.number().describe("mean of the year after adoption"),
    low: z.number(),
    high: z.number(),
    pValue: fraction.describe("adoption moved between whole teams"),
    adjustedPValue: fraction.describe("over all comparisons of the report"),
    minimumDetectableEffect: z.number().describe("with a power of 80 %"),
    preTrend: z
      .object({ effect: z.number(), pValue: fraction })
      .nullable()
      .describe(
        "the same before adoption: should be nothing; null: no outcome reaches so far back",
      ),
    adoptingOwnersCount: count,
    comparisonOwnersCount: count,
    componentsCount: count,
    curve: z.array(
      z.object({
        quarter: z.int().describe("since adoption; compared with the quarter before it"),
        effect: z.number(),
        n: count,
      }),
    ),
  })
  .meta({ id: "Association", description: "an association, not a proof" });

const capabilityValue = z
  .object({
    capabilityId: z.string(),
    isPlatform: z.boolean().describe("its provider is classed as platform: counts in the sum"),
    investedPersonMonths: z.number().min(0).nullable(),
    writingForReusePersonMonths: span.nullable().describe("of the invested, beyond own use"),
    avoidedPersonMonths: span.nullable(),
    avoidedMoney: moneySpan,
    leverage: span
      .nullable()
      .describe("avoided ÷ invested; null where either side is known for a part only"),
    payback: z
      .enum(paybacks)
      .nullable()
      .describe("not-shown: what was saved may be less or more than what was put in"),
    isSavedInPart: z
      .boolean()
      .describe(
        "users without a known owner, or in repositories that were not read, are not counted",
      ),
    narrowedBy: z.array(z.string()).describe("what would make the range smaller"),
    reusingOwnersCount: count.nullable().describe("other owners that use it or used it"),
    reusingComponentsCount: count.describe("components of others that use it or used it"),
    usedShare: z
      .object({ value: fraction, isAssumed: z.boolean() })
      .nullable()
      .describe("of its exported names, by one owner, median"),
    negatives: z.array(
      z.object({
        kind: z.enum(negativeKinds),
        count: z.number().min(0).nullable().describe("upgrades, hours, incidents"),
        personMonths: span.nullable(),
      }),
    ),
    association: z.array(association),
    evidenceIds,
  })
  .meta({ id: "CapabilityValue" });
export type ReportCapabilityValue = z.infer<typeof capabilityValue>;

/** Definitions in docs/insights/value.md. */
export const value = z
  .object({
    capabilities: z.array(capabilityValue),
    platform: z
      .object({
        capabilityIds: z.array(z.string()),
        investedPersonMonths: z.number().min(0),
        investedMoney: money.nullable(),
        avoidedPersonMonths: span,
        avoidedMoney: moneySpan,
        leverage: span.nullable(),
        payback: z.enum(paybacks),
        narrowedBy: z.array(z.string()),
        summary: z.string().describe("both sides in one sentence"),
      })
      .nullable()
      .describe(
        "null where both sides are known, or assumed in part, for less than 60 % of what others use",
      ),
    usedCount: count.describe("capabilities of the platform that others use or used"),
    knownCount: count.describe("those of them with both sides known"),
    assumedCount: count.describe(
      "more of them with both sides told, where the share that is used is assumed from their kind",
    ),
    assumptions: z.array(z.object({ name: z.string(), value: span, source: z.string() })),
  })
  .meta({ id: "Value" });
export type ReportValue = z.infer<typeof value>;
