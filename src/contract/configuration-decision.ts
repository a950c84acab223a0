import { z } from "zod";
import { indicatorIds } from "./vocabulary.ts";

/** The keys of `fulcrum.yaml` that the decision takes: docs/configuration.md. */

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
    .default({ engineers: null })
    .describe("what people know about the organisation"),
  signalThresholds: z
    .partialRecord(z.enum(indicatorIds), threshold)
    .default({})
    .describe("id of an indicator (docs/insights/signals.md) → its points and minimum"),
};

const whole = z.object(decisionConfiguration);
export type ConfiguredDecision = z.infer<typeof whole>;
