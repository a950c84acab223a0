import { z } from "zod";
import { count, evidenceIds, fraction, instant } from "#contract/primitives.ts";
import { documentationParts } from "#vocabulary/measures.ts";

/** How well a capability is documented at HEAD; definitions in docs/insights/documentation.md. */
export const documentation = z
  .object({
    capabilityId: z.string(),
    score: fraction.nullable().describe("weighted mean of the parts that are known; uncalibrated"),
    n: count.describe("parts that were judged"),
    parts: z.array(
      z.object({
        part: z.enum(documentationParts),
        weight: fraction,
        score: fraction.nullable().describe("0 absent, 1 whole; null: cannot be judged, left out"),
        text: z.string().describe("what was seen"),
        evidenceIds,
      }),
    ),
    documentsCount: count.nullable(),
    linksCount: count.nullable().describe("relative links that could be followed"),
    deadLinks: z.array(z.object({ path: z.string(), line: z.int().min(1), target: z.string() })),
    lastDocumentChangeAt: instant.nullable(),
    lastCodeChangeAt: instant.nullable(),
  })
  .meta({ id: "Documentation" });
export type ReportDocumentation = z.infer<typeof documentation>;
