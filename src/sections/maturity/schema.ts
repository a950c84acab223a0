import { z } from "zod";
import { evidenceIds } from "#contract/primitives.ts";
import { maturityAspects } from "#vocabulary/declared.ts";

const criterion = z
  .object({ level: z.int().min(1).max(4), text: z.string(), needs: z.string() })
  .meta({ id: "MaturityCriterion" });

/** CNCF Platform Engineering Maturity Model, version 1: docs/insights/maturity.md. */
export const maturity = z
  .object({
    model: z.string(),
    aspects: z.array(
      z.object({
        aspect: z.enum(maturityAspects),
        level: z.int().min(1).max(4).nullable(),
        levelName: z.string().nullable(),
        isDeclared: z.boolean().describe("rests on what was said: nothing can be seen"),
        holds: z.array(criterion),
        lacks: z.array(criterion),
        unseen: z.array(criterion),
        declared: z.array(z.string()),
        evidenceIds,
      }),
    ),
  })
  .meta({ id: "Maturity" });

export type ReportMaturity = z.infer<typeof maturity>;
