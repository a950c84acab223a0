import { z } from "zod";

const text = z.string().trim().min(1).max(500);

const survey = z
  .strictObject({
    file: text.describe("CSV, JSON, YAML or NDJSON: one row for each respondent"),
    name: text.describe("what it is called: 2026 spring"),
    invited: z.int().min(1).max(1_000_000).exactOptional().describe("how many were asked"),
    columns: z
      .record(text, text)
      .default({})
      .describe("column → item (docs/insights/experience.md), where they differ"),
  })
  .meta({ id: "Survey" });

const goalOf = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,60}$/)
      .describe("short name: faster-releases"),
    name: text.describe("the goal in a few words, as decisions name it"),
    text: text.nullable().default(null),
    capability: text.nullable().default(null).describe("id, name or purl; absent: the platform's"),
    target: text.nullable().default(null).describe("what is to be reached"),
    actual: text.nullable().default(null).describe("where it stands"),
    by: z.iso.date().nullable().default(null),
  })
  .meta({ id: "ConfiguredGoal" });

const span = z.strictObject({
  low: z.number().min(0).max(1_000_000),
  likely: z.number().min(0).max(1_000_000),
  high: z.number().min(0).max(1_000_000),
});

/** The keys of `fulcrum.yaml` for what people say and feed in: docs/configuration.md. Spread into the configuration. */
export const declaredConfiguration = {
  surveys: z.array(survey).default([]).describe("oldest first"),
  requests: z
    .array(text)
    .default([])
    .describe("files of requests to the platform, relative to fulcrum.yaml"),
  outcomes: z
    .array(text)
    .default([])
    .describe("files of product outcomes, relative to fulcrum.yaml"),
  usability: z
    .array(text)
    .default([])
    .describe("files of usability findings, relative to fulcrum.yaml"),
  partners: z
    .array(text)
    .default([])
    .describe("files of partners and integrators and what they use, relative to fulcrum.yaml"),
  interview: text
    .nullable()
    .default(null)
    .describe("answers of fulcrum interview (default: fulcrum-interview.yaml, where there is one)"),
  goals: z
    .array(goalOf)
    .default([])
    .describe("what the platform and its capabilities are to reach"),
  value: z
    .strictObject({
      rate: z
        .strictObject({
          amount: z.number().positive().max(1e9).describe("cost of a person-month"),
          currency: z.string().regex(/^[A-Z]{3}$/),
          source: text.describe("where the figure is from"),
        })
        .nullable()
        .default(null),
      upgradeHours: span
        .nullable()
        .default(null)
        .describe("person-hours of one consumer for a new major version"),
      relativeCostOfReuse: span.exactOptional(),
      relativeCostOfWritingForReuse: span.exactOptional(),
    })
    .default({ rate: null, upgradeHours: null })
    .describe("assumptions of the value ledger"),
};

const whole = z.object(declaredConfiguration);
export type ConfiguredDeclared = z.infer<typeof whole>;
