import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { answeredQuestions, interviewUnknowns, mapStatement } from "./present.ts";
import { statement } from "./schema.ts";

export const interview = defineSection({
  name: "interview",
  noun: "answer",
  schema: { interview: z.array(statement).describe("answered questions only") },
  present: ({ declared }, evidence) => ({
    interview: answeredQuestions(declared.facts).map((one) => mapStatement(one, evidence)),
  }),
  n: (_, shown) => shown.interview.length,
  unknown: ({ declared }) => interviewUnknowns(declared.facts),
});
