import { z } from "zod";
import { count, evidenceIds, fraction, reference } from "#contract/primitives.ts";
import { sourcingAnswers, sourcingKinds } from "#vocabulary/decision.ts";
import { conversationKinds } from "#vocabulary/proposals.ts";

const option = z
  .object({
    kind: z.enum(sourcingKinds),
    title: z.string(),
    fit: fraction.describe("what is not answered counts a half"),
    fitRange: z
      .object({ low: fraction, high: fraction })
      .describe("what answers that are missing could make of it"),
    weights: z.array(
      z.object({
        input: z.string(),
        question: z.string(),
        weight: z.number().describe("below 0: a yes speaks against it"),
        answer: z
          .enum(sourcingAnswers)
          .nullable()
          .describe("null: not answered, and nothing suggests one"),
        suggestedBecause: z
          .string()
          .nullable()
          .describe("what suggests the answer, where nobody gave one; null: it was declared"),
        contribution: z.number().describe("to the fit"),
      }),
    ),
    lookFor: z.array(z.string()).describe("departments and backgrounds"),
    brings: z.array(z.string()),
    benefits: z.array(z.string()),
    worksBestWhen: z.array(z.string()),
    risks: z.array(z.object({ risk: z.string(), containment: z.string() })),
  })
  .meta({ id: "SourcingOption" });

const interviewKit = z
  .object({
    instructions: z.string(),
    traits: z.array(
      z.object({
        id: z.string(),
        trait: z.string(),
        why: z.string(),
        kinds: z.array(z.enum(sourcingKinds)).describe("options for which it counts most"),
        questions: z.array(
          z.object({
            question: z.string(),
            listenFor: z.array(z.string()),
            scale: z.array(z.object({ score: z.int().min(1).max(4), means: z.string() })).length(4),
          }),
        ),
      }),
    ),
    maximumScore: count,
  })
  .meta({ id: "InterviewKit" });

const plan = z
  .object({
    phases: z.array(
      z.object({
        title: z.string(),
        fromDay: count,
        toDay: count,
        actions: z.array(
          z.object({
            text: z.string(),
            because: z.string(),
            reference,
          }),
        ),
        outcome: z.string(),
      }),
    ),
  })
  .meta({ id: "First90Days" });

const handOver = z
  .object({
    purpose: z.string(),
    maximumMonths: count,
    steps: z.array(z.string()),
    exitCriteria: z.array(
      z.object({
        criterion: z.string(),
        measuredBy: z.string(),
        today: z.string(),
        isMet: z.boolean().nullable().describe("null: not seen from here"),
      }),
    ),
  })
  .meta({ id: "HandOver" });

const conversation = z
  .object({
    teamId: z.string(),
    kinds: z.array(z.enum(conversationKinds)),
    why: z.string(),
    questions: z.array(z.string()),
    capabilityIds: z.array(z.string()),
    proposalIds: z.array(z.string()).describe("`lenses.platform`: what its answer bears on"),
    movedPersonHours: z
      .number()
      .min(0)
      .describe("a year: hours of those proposals that are not sure, as far as they are its own"),
    evidenceIds,
  })
  .meta({ id: "Conversation" });
export type ReportConversation = z.infer<typeof conversation>;

/** Where from, and whom to talk to: docs/insights/sourcing.md. */
export const sourcing = z
  .object({
    options: z.array(option).length(3).describe("best fit first; without fits as listed"),
    answeredCount: count,
    suggestedCount: count.describe("not answered, and suggested by evidence"),
    questionsCount: count,
    contradictions: z.array(z.string()),
    interviewKit,
    first90Days: plan,
    handOver,
    talkTo: z.array(conversation),
  })
  .meta({ id: "Sourcing" });
export type ReportSourcing = z.infer<typeof sourcing>;
