import { z } from "zod";
import { evidenceIds, instant } from "#contract/primitives.ts";
import { outcomeKinds } from "#vocabulary/declared.ts";

/** An outcome of a product over time, as fed in: docs/insights/outcomes.md. */
export const outcome = z
  .object({
    id: z.string().startsWith("outcome:"),
    componentId: z.string(),
    metric: z.enum(outcomeKinds),
    definition: z.string(),
    unit: z.string(),
    source: z.string(),
    points: z.array(z.object({ date: instant, value: z.number() })).describe("oldest first"),
    latest: z.object({ date: instant, value: z.number() }),
    target: z.number().nullable(),
    isTargetMet: z.boolean().nullable(),
    changeOverYear: z.number().nullable(),
    reach: z.number().min(0).nullable().describe("people whom it concerns, as fed in"),
    evidenceIds,
  })
  .meta({ id: "Outcome" });

export type ReportOutcome = z.infer<typeof outcome>;
