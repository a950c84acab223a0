import { z } from "zod";
import { changeCauses } from "#vocabulary/report.ts";

export const change = z
  .object({
    pointer: z.string(),
    subject: z.string().describe("plain words: what changed"),
    before: z.string().nullable(),
    after: z.string().nullable(),
    because: z.enum(changeCauses),
    evidenceIds: z.array(z.string()),
  })
  .meta({ id: "Change" });
export type ReportChange = z.infer<typeof change>;
