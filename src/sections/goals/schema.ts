import { z } from "zod";

export const goal = z
  .object({
    id: z.string(),
    name: z.string(),
    text: z.string().nullable(),
    capabilityId: z.string().nullable().describe("null: the platform's"),
    target: z.string().nullable(),
    actual: z.string().nullable(),
    by: z.iso.date().nullable(),
    hasDecision: z.boolean(),
  })
  .meta({ id: "Goal" });

export type ReportGoal = z.infer<typeof goal>;
