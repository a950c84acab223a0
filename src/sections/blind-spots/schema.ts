import { z } from "zod";
import { count, evidenceIds } from "#contract/primitives.ts";

export const blindSpot = z
  .object({
    what: z.string(),
    count,
    sharpen: z.string().describe("the single addition that would sharpen most"),
    examples: z.array(z.string()),
    evidenceIds: evidenceIds.optional().describe("where each stands, where that was kept"),
  })
  .meta({ id: "BlindSpot" });
export type ReportBlindSpot = z.infer<typeof blindSpot>;
