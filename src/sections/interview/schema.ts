import { z } from "zod";
import { evidenceIds } from "#contract/primitives.ts";
import { interviewTopics } from "#vocabulary/declared.ts";

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
