import { z } from "zod";
import { count, evidenceIds, instant } from "#contract/primitives.ts";
import { findingSeverities } from "#vocabulary/declared.ts";

/** What users stumbled over, as fed in: docs/insights/usability.md. */
export const usabilityFinding = z
  .object({
    id: z.string().startsWith("finding:"),
    subjectId: z.string().describe("a component, or a capability where no component is called so"),
    screen: z.string().nullable().describe("where in it; null: not said"),
    finding: z.string(),
    severity: z.enum(findingSeverities),
    usersCount: count.nullable().describe("how many met it"),
    participantsCount: count.nullable().describe("of how many who took part"),
    source: z.string(),
    foundAt: instant,
    resolvedAt: instant.nullable().describe("null: still open"),
    evidenceIds,
  })
  .meta({ id: "UsabilityFinding" });

export type ReportUsabilityFinding = z.infer<typeof usabilityFinding>;
