import { z } from "zod";
import { assessDecisions } from "#insight/decisions/assess-decisions.ts";
import { defineSection } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { decisionUnknowns, mapDecisionRecord } from "./present.ts";
import { decisionRecord } from "./schema.ts";

export const decisions = defineSection({
  name: "decisions",
  noun: "decision",
  schema: { decisions: z.array(decisionRecord).describe("newest first") },
  needs: { organisation },
  conclude: ({ repositories, organisation: { capabilities }, configuration, asked }) =>
    assessDecisions(repositories, capabilities, configuration.goals, asked),
  present: (result, evidence) => ({
    decisions: result.decisions.map((one) => mapDecisionRecord(one, evidence)),
  }),
  n: ({ result }) => result.decisions.length,
  unknown: ({ result }) => decisionUnknowns(result),
  problems: ({ result }) =>
    result.mistakes.map(({ repositoryId, path, text }) => ({
      source: "decisions",
      code: "mistaken-day",
      where: `${repositoryId.slice("repository:".length)}: ${path}`,
      text,
      needs: "Mend the day in the record; until then it counts as undated.",
    })),
});
