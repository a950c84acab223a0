import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { decisionUnknowns, mapDecisionRecord } from "./present.ts";
import { decisionRecord } from "./schema.ts";

export const decisions = defineSection({
  name: "decisions",
  noun: "decision",
  schema: { decisions: z.array(decisionRecord).describe("newest first") },
  present: ({ declared }, evidence) => ({
    decisions: declared.decisions.decisions.map((one) => mapDecisionRecord(one, evidence)),
  }),
  n: ({ declared }) => declared.decisions.decisions.length,
  unknown: ({ declared }) => decisionUnknowns(declared.decisions),
});
