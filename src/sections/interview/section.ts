import { z } from "zod";
import { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import { defineSection } from "../define-section.ts";
import { answeredQuestions, interviewUnknowns, mapStatement } from "./present.ts";
import { statement } from "./schema.ts";

export const interview = defineSection({
  name: "interview",
  noun: "answer",
  schema: { interview: z.array(statement).describe("answered questions only") },
  needs: {},
  conclude: ({ declared }) => new DeclaredFacts(declared.answers),
  present: (result, evidence) => ({
    interview: answeredQuestions(result).map((one) => mapStatement(one, evidence)),
  }),
  n: ({ shown }) => shown.interview.length,
  unknown: ({ result }) => interviewUnknowns(result),
});
