import { z } from "zod";
import { assessOutcomes } from "#insight/outcomes/assess-outcomes.ts";
import { defineSection } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { mapOutcome, outcomeUnknowns, unmatchedOutcomes } from "./present.ts";
import { outcome } from "./schema.ts";

export const outcomes = defineSection({
  name: "outcomes",
  noun: "point",
  schema: { outcomes: z.array(outcome) },
  needs: { organisation },
  conclude: ({ asked, declared, organisation: { components } }) =>
    assessOutcomes(declared.outcomes, components, asked),
  present: (result, evidence) => ({
    outcomes: result.series.map((one) => mapOutcome(one, evidence)),
  }),
  n: ({ result }) => result.series.reduce((sum, one) => sum + one.points.length, 0),
  unknown: ({ result }) => outcomeUnknowns(result.series),
  problems: ({ result }) => unmatchedOutcomes(result),
});
