import { z } from "zod";
import { indicatorIds, sourcingKinds, sourcingQuestionIds } from "#vocabulary/decision.ts";

/** The keys of `fulcrum.yaml` that the decision takes: docs/configuration.md. */

const text = z.string().trim().min(1).max(500);
const finite = z.number().min(-1_000_000).max(1_000_000);

const organisationFacts = z
  .strictObject({
    engineers: z
      .int()
      .min(1)
      .max(1_000_000)
      .nullable()
      .default(null)
      .describe("people who build software; absent: size is told by the number of teams"),
    teams: z
      .int()
      .min(1)
      .max(100_000)
      .nullable()
      .default(null)
      .describe("teams that build software; before what owners and people at work say"),
    rolePersonMonths: z
      .number()
      .positive()
      .max(1200)
      .default(12)
      .describe("what a platform product manager costs a year, in person-months"),
    domains: z
      .array(
        z.strictObject({
          name: text,
          members: z
            .array(text)
            .min(1)
            .max(1000)
            .describe("ids or names of components and capabilities"),
        }),
      )
      .max(200)
      .default([])
      .describe("domains of the platform; before what catalogues say"),
    platformTeams: z
      .array(text)
      .max(1000)
      .default([])
      .describe("teams that work on the platform; before what their effort says"),
  })
  .meta({ id: "OrganisationFacts" });

const threshold = z
  .strictObject({
    zeroPoint: finite.exactOptional().describe("value that scores 0"),
    onePoint: finite.exactOptional().describe("value that scores 1"),
    minimumN: z.int().min(1).max(1_000_000).exactOptional(),
  })
  .meta({ id: "SignalThreshold" });

/** Spread into the configuration's own keys. */
export const decisionConfiguration = {
  organisation: organisationFacts
    .default({
      engineers: null,
      teams: null,
      rolePersonMonths: 12,
      domains: [],
      platformTeams: [],
    })
    .describe("what people know about the organisation"),
  signalThresholds: z
    .partialRecord(z.enum(indicatorIds), threshold)
    .default({})
    .describe("id of an indicator (docs/insights/signals.md) → its points and minimum"),
  sourcing: z
    .strictObject({
      weights: z
        .partialRecord(
          z.enum(sourcingQuestionIds),
          z.partialRecord(z.enum(sourcingKinds), z.number().min(-10).max(10)),
        )
        .default({})
        .describe("question (docs/insights/sourcing.md) → option → weight"),
    })
    .default({ weights: {} }),
};

const whole = z.object(decisionConfiguration);
export type ConfiguredDecision = z.infer<typeof whole>;
