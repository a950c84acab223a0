import { z } from "zod";
import { evidenceIds, instant } from "#contract/primitives.ts";
import { decisionStatuses } from "#vocabulary/declared.ts";

/** An architecture decision record, with the goals and capabilities that it names: docs/insights/decisions.md. */
export const decisionRecord = z
  .object({
    id: z.string().startsWith("decision:"),
    title: z.string(),
    status: z.enum(decisionStatuses),
    decidedAt: instant.nullable(),
    repositoryId: z.string(),
    path: z.string(),
    goalIds: z.array(z.string()),
    capabilityIds: z.array(z.string()),
    evidenceIds,
  })
  .meta({ id: "DecisionRecord" });

export type ReportDecisionRecord = z.infer<typeof decisionRecord>;
