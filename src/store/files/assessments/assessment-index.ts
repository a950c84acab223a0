import { z } from "zod";
import { report } from "#sections/report.ts";

/** What stands beside the files of the sections: what they belong to, and how they are known to be whole. */
export const assessmentIndex = z.object({
  organisation: z.string(),
  reuseKey: z.string().nullable(),
  head: report.pick({
    schemaVersion: true,
    generatedAt: true,
    asOf: true,
    tool: true,
    previous: true,
    evidenceOmittedCount: true,
  }),
  /** By section. */
  checksums: z.record(z.string(), z.string()),
});
export type AssessmentIndex = z.infer<typeof assessmentIndex>;
