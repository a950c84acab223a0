import { z } from "zod";
import { count, evidenceIds, fraction } from "#contract/primitives.ts";
import { levels } from "#vocabulary/evidence.ts";
import { productStepKinds, proposalKinds } from "#vocabulary/proposals.ts";
import { keeperUnits } from "#vocabulary/structure.ts";
import { span } from "../value/span-schema.ts";

const proposal = z
  .object({
    id: z.string().startsWith("proposal:"),
    kind: z.enum(proposalKinds),
    title: z.string().describe("what to do"),
    subjectIds: z.array(z.string()).describe("capabilities first, then components"),
    affectedIds: z.array(z.string()).describe("components whose teams would feel it"),
    reachCount: count.describe("who would feel it"),
    reachUnit: z
      .enum(keeperUnits)
      .describe("repositories are counted where owners of what it touches are unknown"),
    forWhom: z.string(),
    replaces: z.string(),
    firstStep: z.string(),
    measure: z
      .object({ text: z.string(), present: z.number(), unit: z.string() })
      .describe("what would show that it helped, with its present value"),
    against: z.array(z.string()).describe("what speaks against it"),
    reasons: z.array(z.string()).describe("the findings that it is made of"),
    atStakePersonHours: span.describe("a year: the order of the list is by its likely value"),
    effortPersonHours: span.describe("once, from like work in history"),
    valuePerEffort: span
      .nullable()
      .describe("at stake a year ÷ effort: what could be won, at most"),
    confidence: z.enum(levels),
    restsOn: z.array(z.string()).describe("what was counted, and what was taken for granted"),
    evidenceIds,
  })
  .meta({ id: "Proposal", description: "one change of the platform" });
export type ReportProposal = z.infer<typeof proposal>;

const productStep = z
  .object({
    id: z.string().startsWith("proposal:"),
    kind: z.enum(productStepKinds),
    title: z.string(),
    subjectIds: z.array(z.string()),
    strength: fraction.describe(
      "by the kind's own measure; kinds stand in the order of their list",
    ),
    reasons: z.array(z.string()),
    evidenceIds,
  })
  .meta({ id: "ProductStep" });
export type ReportProductStep = z.infer<typeof productStep>;

/** The primary question of either role, answered by a ranked list: docs/insights/lenses.md. */
export const lenses = z
  .object({
    platform: z.array(proposal).describe("which capabilities should be enabled next"),
    products: z
      .array(z.object({ componentId: z.string(), items: z.array(productStep) }))
      .describe(
        "what each product should build next, and what the platform imposes, owes and offers",
      ),
  })
  .meta({ id: "Lenses" });
export type ReportLenses = z.infer<typeof lenses>;
