import { z } from "zod";
import { declaredConfiguration } from "./configuration-declared.ts";
import { decisionConfiguration } from "./configuration-decision.ts";
import { deploymentConfiguration, noDeploymentConfiguration } from "./configuration-delivery.ts";
import { measuresConfiguration } from "./configuration-measures.ts";
import { confidences } from "#vocabulary/evidence.ts";

/** Schema of `fulcrum.yaml`. Every key is optional, none but these is accepted; `read-configuration.ts` says which line. */

const text = z.string().trim().min(1).max(500);
const date = z.iso.date().describe("YYYY-MM-DD");
const days = z.number().positive().max(36_500);
const share = z.number().min(0).max(1);
const atLeast = (least: number) => z.int().min(least).max(1_000_000);

export const platformClasses = ["product", "platform", "supporting"] as const;
export const correctedClasses = [...platformClasses, "unknown"] as const;
export const correctionKinds = ["owner", "class", "edge", "bot", "name"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

const since = date.describe("day from which the correction is in the file");
const reason = text.nullable().default(null).describe("why it is right: shown beside the fact");

export const correction = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("owner"),
      component: text.describe("id or name of the component"),
      owner: text.describe("name of the team"),
      since,
      reason,
    }),
    z.strictObject({
      kind: z.literal("class"),
      component: text.describe("id or name of the component"),
      class: z.enum(correctedClasses),
      since,
      reason,
    }),
    z.strictObject({
      kind: z.literal("edge"),
      consumer: text.describe("id or name of the component that uses it, or does not"),
      capability: text.describe("id, name or purl of the capability"),
      present: z.boolean().default(true).describe("false: it is not used, whatever was found"),
      from: date.nullable().default(null).describe("day on which the use began; null: not known"),
      since,
      reason,
    }),
    z.strictObject({
      kind: z.literal("bot"),
      address: text.describe("e-mail address, or the part before the @, of a service account"),
      since,
      reason,
    }),
    z.strictObject({
      kind: z.literal("name"),
      of: text.describe("id or name of the component or capability"),
      name: text.describe("name to show"),
      since,
      reason,
    }),
  ])
  .meta({ id: "Correction" });
export type ConfiguredCorrection = z.infer<typeof correction>;

const catalogue = z
  .strictObject({
    path: text.describe("the file, in whichever repository holds it or relative to fulcrum.yaml"),
    itemsAt: text.exactOptional().describe("dotted path to the list; absent: the whole file is it"),
    fields: z
      .strictObject({
        repository: text,
        owner: text,
        type: text,
        name: text.exactOptional(),
        system: text.exactOptional(),
        domain: text.exactOptional(),
        lifecycle: text.exactOptional(),
      })
      .describe("names of the fields, dotted where nested"),
  })
  .meta({ id: "Catalogue" });

/** Thresholds of docs/insights/adoption.md; what is absent keeps its default. Durations in days. */
const thresholds = z
  .strictObject({
    sameUseGapDays: days
      .exactOptional()
      .describe("a use that stops and starts again within it is one"),
    minimumConfidence: z
      .enum(confidences)
      .exactOptional()
      .describe("least certain use that counts"),
    liveForDays: days.exactOptional().describe("live this long after the last human commit"),
    substituteWithinDays: days.exactOptional(),
    majorGraceDays: days
      .exactOptional()
      .describe("a new major is not asked for until it is this old"),
    retentionMinimumUses: atLeast(1).exactOptional(),
    bandMinimumOwners: atLeast(2).exactOptional(),
    waveWindowsDays: z.array(days).min(1).max(10).exactOptional(),
    waveMinimumAdopters: atLeast(2).exactOptional(),
    waveMinimumOwners: atLeast(1).exactOptional(),
    waveShare: share.exactOptional(),
    waveSignificance: share.exactOptional(),
    mandateReachDays: days.exactOptional(),
    forecastMinimumPeriods: atLeast(4).exactOptional(),
    forecastMinimumAdoptions: atLeast(5).exactOptional(),
    forecastHeldOutPeriods: atLeast(1).exactOptional(),
    forecastHorizonPeriods: atLeast(1).exactOptional(),
    suppressBelow: atLeast(5)
      .exactOptional()
      .describe("person-derived counts below it are withheld"),
  })
  .meta({ id: "Thresholds" });

/** Where the counts behind objectives come from: docs/insights/reliability.md gives the formats. */
const reliabilityData = z
  .strictObject({
    prometheus: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null)
      .describe("address of a Prometheus server: asked when the report is made"),
    files: z
      .array(text)
      .default([])
      .describe("CSV or OpenMetrics files, relative to fulcrum.yaml: before Prometheus is asked"),
  })
  .meta({ id: "ReliabilityData" });

export const configuration = z
  .strictObject({
    name: text.nullable().default(null).describe("name of the organisation"),
    own: z
      .strictObject({
        namespaces: z
          .array(text)
          .default([])
          .describe("owners on forges and registries that are the organisation: acme"),
        prefixes: z
          .array(text)
          .default([])
          .describe("beginnings of the organisation's package names: acme-"),
      })
      .default({ namespaces: [], prefixes: [] }),
    bots: z.array(text).default([]).describe("addresses of service accounts: nobody's work"),
    catalogues: z.array(catalogue).default([]),
    declaredClasses: z
      .record(text, z.enum(platformClasses))
      .default({})
      .describe("type in a catalogue → class, to compare with; never fed into the class computed"),
    corrections: z.array(correction).default([]),
    mandates: z
      .array(
        z.strictObject({
          capability: text.describe("id, name or purl"),
          at: date,
          text: text.describe("what was decided, and where it is written"),
        }),
      )
      .default([]),
    jobs: z
      .array(
        z.strictObject({
          job: text.describe("what it is for: http-client"),
          packages: z.array(text).min(1).describe("purl or name of what does the job"),
        }),
      )
      .default([])
      .describe("tells a chosen capability from one without alternative"),
    ...declaredConfiguration,
    ...measuresConfiguration,
    deployments: deploymentConfiguration.default(noDeploymentConfiguration),
    reliability: reliabilityData.default({ prometheus: null, files: [] }),
    ...decisionConfiguration,
    thresholds: thresholds.default({}),
    scale: z
      .array(
        z.strictObject({
          capability: text.describe("id, name or purl"),
          source: text.describe("where the figures come from"),
          unit: text,
          values: z.array(z.number().min(0)).min(1).max(100_000).describe("one for each consumer"),
        }),
      )
      .default([])
      .describe("measured load or size of consumers"),
  })
  .meta({ id: "Configuration", title: "fulcrum.yaml" });
export type Configuration = z.infer<typeof configuration>;
