import { z } from "zod";
import { count, evidenceIds, fraction } from "#contract/primitives.ts";
import { lensKinds } from "#vocabulary/proposals.ts";
import { keeperUnits } from "#vocabulary/structure.ts";

const lensItem = z
  .object({
    id: z.string().startsWith("proposal:"),
    kind: z.enum(lensKinds),
    title: z.string(),
    subjectIds: z.array(z.string()),
    reachCount: count.describe("who would feel it"),
    reachUnit: z
      .enum(keeperUnits)
      .describe("repositories are counted where most owners are unknown"),
    strength: fraction,
    score: z.number().min(0).describe("reach × strength: the order"),
    reasons: z.array(z.string()),
    evidenceIds,
  })
  .meta({ id: "LensItem" });

export type ReportLensItem = z.infer<typeof lensItem>;

/** The primary question of either role, answered by a ranked list: docs/insights/lenses.md. */
export const lenses = z
  .object({
    platform: z.array(lensItem).describe("which capabilities should be enabled next"),
    products: z
      .array(z.object({ componentId: z.string(), items: z.array(lensItem) }))
      .describe("what each product should build next, and what the platform gives it"),
  })
  .meta({ id: "Lenses" });
export type ReportLenses = z.infer<typeof lenses>;
