import { z } from "zod";
import { reportHead } from "#sections/report.ts";

/** What stands beside the files of the sections: what they belong to, and how they are known to be whole. */
export const assessmentIndex = z.object({
  organisation: z.string(),
  reuseKey: z.string().nullable(),
  head: reportHead,
  /** By section. */
  checksums: z.record(z.string(), z.string()),
});
export type AssessmentIndex = z.infer<typeof assessmentIndex>;
