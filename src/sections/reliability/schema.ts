import { z } from "zod";
import { count, evidenceIds, fraction, instant, slug } from "#contract/primitives.ts";
import {
  alertSeverities,
  alertStates,
  budgetingMethods,
  objectiveFormats,
  reliabilityStates,
} from "#vocabulary/reliability.ts";

const burnRate = z.object({
  window: z.string().describe("1h, 6h, 3d"),
  windowSeconds: count,
  rate: z
    .number()
    .min(0)
    .nullable()
    .describe("1 spends the budget exactly by the end of the period"),
  n: z.number().min(0),
  reason: z.string().nullable().describe("why there is no rate"),
});

const alertWindow = z.object({
  severity: z.enum(alertSeverities),
  longWindow: z.string(),
  shortWindow: z.string(),
  factor: z.number().min(0).describe("burn rate above which it fires, over both windows"),
});

/** One objective of one SLO: docs/insights/reliability.md. */
export const reliability = z
  .object({
    sloId: z.string().startsWith("slo:"),
    slug,
    name: z.string(),
    description: z.string().nullable(),
    service: z.string().nullable(),
    componentId: z.string().nullable(),
    format: z.enum(objectiveFormats),
    objective: fraction.describe("the target"),
    method: z.enum(budgetingMethods),
    window: z
      .object({
        duration: z.string().describe("30d, 1M"),
        timeZone: z.string().nullable().describe("null: rolling"),
        isAssumed: z.boolean().describe("the format names none: its tool's default"),
        from: instant,
        to: instant.describe("what can have been observed so far"),
        end: instant,
      })
      .nullable(),
    state: z.enum(reliabilityStates),
    budgetLeft: z.number().max(1).nullable().describe("1 untouched, 0 spent, below 0 overspent"),
    budget: z.object({ allowed: z.number(), spent: z.number() }).nullable(),
    unit: z.enum(["events", "slices"]),
    good: z.number().min(0),
    n: z.number().min(0),
    coverage: fraction.describe("share of the window so far that data cover"),
    burnRates: z.array(burnRate),
    alerts: z.array(
      alertWindow.extend({ state: z.enum(alertStates), reason: z.string().nullable() }),
    ),
    droppedWindows: z.array(alertWindow.extend({ reason: z.string() })),
    spentInSeconds: z
      .number()
      .nullable()
      .describe("at the present pace; null: not burning, or spent"),
    burnDown: z.array(
      z.object({
        at: instant,
        budgetLeft: z.number().max(1),
        good: z.number().min(0),
        total: z.number().min(0),
        evidenceIds,
      }),
    ),
    evidenceIds,
  })
  .meta({ id: "Reliability" });
export type ReportReliability = z.infer<typeof reliability>;

export const reliabilityRollUp = z
  .object({
    subjectId: z.string().describe("component, capability or team"),
    state: z.enum(reliabilityStates),
    budgetLeft: z.number().max(1).nullable().describe("of the worst"),
    worstSloId: z.string(),
    sloIds: z.array(z.string()).describe("worst first"),
  })
  .meta({ id: "ReliabilityRollUp" });
export type ReportReliabilityRollUp = z.infer<typeof reliabilityRollUp>;
