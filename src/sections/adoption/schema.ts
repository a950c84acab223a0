import { z } from "zod";
import { count, evidenceIds, fraction, instant, keepers } from "#contract/primitives.ts";
import {
  defectionKinds,
  endReasons,
  forecastModels,
  retirementStates,
  waveKinds,
} from "#vocabulary/adoption.ts";
import { audiences, exportUnits } from "#vocabulary/structure.ts";

const survivalPoint = z.object({
  days: z.number().min(0),
  survival: fraction,
  low: fraction,
  high: fraction,
  atRisk: count,
});

export const retention = z
  .object({
    n: count,
    events: count,
    curve: z.array(survivalPoint).describe("Kaplan-Meier, log-log bands"),
    clusteredBand: z
      .array(z.object({ days: z.number(), low: fraction, high: fraction }))
      .nullable()
      .describe("bootstrap over owners"),
    medianDays: z.number().nullable(),
    competing: z
      .array(z.object({ days: z.number(), left: fraction, archived: fraction }))
      .describe("Aalen-Johansen cumulative incidence"),
    leaversTo: z.array(
      z.object({
        reason: z.enum(endReasons),
        to: z.string().nullable(),
        count,
        consumptionIds: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: "Retention" });

export const currency = z
  .object({
    newestMajor: z.string().nullable(),
    onNewestMajor: z
      .object({
        major: z
          .string()
          .describe(
            "the newest that is asked for, or newer: `newestMajor` may be in its days of grace",
          ),
        share: fraction,
        numerator: count,
        denominator: count,
      })
      .nullable(),
    versionsBehind: z.object({ p50: z.number(), max: z.number(), n: count }).nullable(),
    libyears: z.object({ p50: z.number(), total: z.number(), n: count }).nullable(),
    versionsInUse: z.array(
      z.object({ version: z.string(), count, componentIds: z.array(z.string()) }),
    ),
  })
  .meta({ id: "Currency" });

export const forecast = z
  .object({
    model: z.enum(forecastModels),
    ceiling: z.number(),
    parameters: z.record(z.string(), z.number()),
    heldOutError: z.object({ model: z.number(), straightLine: z.number(), periods: count }),
    points: z.array(
      z.object({ date: instant, likely: z.number(), low: z.number(), high: z.number() }),
    ),
  })
  .meta({ id: "Forecast" });

export const adoption = z
  .object({
    capabilityId: z.string(),
    adoptersNow: count,
    adoptersEver: count,
    ownersNow: count,
    ownersEver: count,
    keepersNow: keepers.describe(
      "teams of the adopters of now, or their repositories where most owners are unknown",
    ),
    reverseTestersCount: count.describe(
      "components that call it now only so that its tests run against them: no adopters",
    ),
    olderClonesCount: count.describe(
      "of the adopters now: in clones older than the others, so told as of when they were last seen",
    ),
    eligibleCount: count.nullable(),
    eligibleType: z.string().nullable().describe("the artefact that makes a component eligible"),
    audience: z
      .enum(audiences)
      .nullable()
      .describe(
        "whom most components are made for that use it; null: of too few of them it is known",
      ),
    eligibleTraits: z
      .array(z.string())
      .describe(
        "purls of frameworks that all adopters share beyond chance: only who has them is eligible",
      ),
    rate: fraction
      .nullable()
      .describe("null also where adopters are none of those that seem to be eligible"),
    rateNumerator: count.nullable().describe("adopters that are eligible"),
    curve: z.array(
      z.object({
        date: instant,
        components: count,
        owners: count,
        eligible: count.nullable(),
        joined: count,
        left: count,
      }),
    ),
    left: z
      .object({ count, livedOn: count, ended: count, moved: count, retired: count })
      .nullable()
      .describe(
        "components that used it and do not now: count = adoptersEver − adoptersNow, and the parts add up to it; only livedOn is a loss",
      ),
    retirement: z
      .object({
        state: z.enum(retirementStates),
        left: count,
        of: count,
        successorIds: z.array(z.string()),
      })
      .nullable()
      .describe("of what its provider retires: how many of its users have left"),
    retention: retention.nullable(),
    timeToAdoptDays: z.object({ p50: z.number(), p85: z.number(), n: count }).nullable(),
    cohorts: z.array(
      z.object({
        quarter: z.string().describe("2024-Q1"),
        size: count,
        stillUsing: count,
        stayedByYear: z.array(fraction.nullable()),
      }),
    ),
    currency,
    waves: z.array(
      z.object({
        kind: z.enum(waveKinds),
        from: instant,
        to: instant,
        windowDays: count,
        adopters: count,
        owners: count,
        share: fraction,
        pValue: fraction.nullable(),
        reason: z.string(),
        evidenceIds,
      }),
    ),
    pull: z
      .object({
        consumer: count.nullable(),
        provider: count.nullable(),
        bot: count,
        template: count.describe(
          "born with it: there within a day of the component's first commit, whatever brought it",
        ),
        unclear: count.nullable(),
      })
      .nullable()
      .describe("null where suppressed or unknown, as is each count in it: aggregates only"),
    choice: z.object({ chosen: count, captive: count, unknown: count }),
    defections: z.array(
      z.object({
        kind: z.enum(defectionKinds),
        componentId: z.string(),
        text: z.string(),
        since: instant.nullable(),
        evidenceIds,
      }),
    ),
    forecast: forecast.nullable(),
    reuse: z.object({ value: fraction, adoptingOwners: count, eligibleOwners: count }).nullable(),
    scale: z
      .object({
        source: z.string(),
        unit: z.string(),
        min: z.number(),
        p50: z.number(),
        max: z.number(),
        n: count,
      })
      .nullable(),
    consistency: z
      .object({ simpson: fraction, n: count })
      .nullable()
      .describe("Simpson concentration of versions in use"),
    richness: z
      .object({
        exportedCount: count,
        unit: z.enum(exportUnits),
        usedShare: fraction.nullable(),
        releases: z.array(z.object({ version: z.string(), at: instant, exportedCount: count })),
      })
      .nullable(),
    price: z.object({
      majorsCount: count.nullable(),
      upgradesImposed: count.nullable(),
      hoursWaited: z.number().nullable(),
      incidentsCaused: count.nullable(),
    }),
    evidenceIds,
  })
  .meta({ id: "Adoption" });
export type ReportAdoption = z.infer<typeof adoption>;
