import { z } from "zod";
import { reference } from "#contract/primitives.ts";
import { changeCauses } from "#vocabulary/report.ts";

export const change = z
  .object({
    reference,
    subject: z.string().describe("plain words: what changed"),
    before: z.string().nullable(),
    after: z.string().nullable(),
    because: z.enum(changeCauses),
    evidenceIds: z.array(z.string()),
  })
  .meta({ id: "Change" });
export type ReportChange = z.infer<typeof change>;
