import { z } from "zod";
import { count, evidenceIds, fraction, instant } from "#contract/primitives.ts";
import {
  decisionStatuses,
  interviewTopics,
  maturityAspects,
  outcomeKinds,
  responsibilityRoles,
  roleStates,
} from "#vocabulary/declared.ts";
import { lensKinds } from "#vocabulary/proposals.ts";
import { keeperUnits } from "#vocabulary/structure.ts";

/** An outcome of a product over time, as fed in: docs/insights/outcomes.md. */
export const outcome = z
  .object({
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
    evidenceIds,
  })
  .meta({ id: "Outcome" });
export type ReportOutcome = z.infer<typeof outcome>;

/** A responsibility of product managers, and whether anybody answers for it: docs/insights/roles.md. */
export const role = z
  .object({
    id: z.string(),
    role: z.enum(responsibilityRoles),
    text: z.string(),
    state: z.enum(roleStates),
    reason: z.string().nullable().describe("why it is unknown; null: it is known"),
    evidenceIds,
  })
  .meta({ id: "Role" });
export type ReportRole = z.infer<typeof role>;

/** What the interview settled, or where roles contradict each other: docs/insights/roles.md. */
export const statement = z
  .object({
    questionId: z.string(),
    topic: z.enum(interviewTopics),
    question: z.string(),
    answer: z.string().nullable().describe("null: answers contradict each other"),
    evidenceIds,
  })
  .meta({ id: "Statement" });
export type ReportStatement = z.infer<typeof statement>;

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

const lensItem = z
  .object({
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

/** An architecture decision record, with the goals and capabilities that it names: docs/insights/decisions.md. */
export const decisionRecord = z
  .object({
    title: z.string(),
    status: z.enum(decisionStatuses),
    decidedAt: instant.nullable(),
    repositoryId: z.string(),
    path: z.string(),
    goalIds: z.array(z.string()),
    capabilityIds: z.array(z.string()),
    evidenceIds,
  })
  .meta({ id: "DecisionRecord" });
export type ReportDecisionRecord = z.infer<typeof decisionRecord>;

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
