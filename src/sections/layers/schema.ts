import { z } from "zod";
import { count, evidenceIds } from "#contract/primitives.ts";

/** Capabilities laid over others; definitions in docs/insights/layers.md. */
export const layers = z
  .object({
    layers: z.array(
      z.object({
        capabilityId: z.string(),
        overId: z.string(),
        isAcrossOwners: z
          .boolean()
          .nullable()
          .describe("their owners differ; null: an owner is not known"),
        filesCount: count,
        overFilesCount: count.nullable(),
        namesCount: count.nullable(),
        overNamesCount: count.nullable(),
        mentionedCount: count.nullable().describe("names of the other that its code mentions"),
        isNamedWrapper: z.boolean(),
        isThin: z.boolean().nullable(),
        text: z.string(),
        evidenceIds,
      }),
    ),
    chains: z.array(
      z.object({
        capabilityIds: z.array(z.string()).describe("the uppermost first"),
        wrappersCount: count,
        consumerIds: z.array(z.string()),
      }),
    ),
    inUseCount: count.describe("capabilities in use at runtime"),
    chainedCount: count,
    deepestCount: count.describe("most capabilities one on another, thin or not"),
  })
  .meta({ id: "Layers" });
export type ReportLayers = z.infer<typeof layers>;
