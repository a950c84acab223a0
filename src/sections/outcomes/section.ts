import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { mapOutcome, outcomeUnknowns } from "./present.ts";
import { outcome } from "./schema.ts";

export const outcomes = defineSection({
  name: "outcomes",
  noun: "point",
  schema: { outcomes: z.array(outcome) },
  present: ({ declared }, evidence) => ({
    outcomes: declared.outcomes.series.map((one) => mapOutcome(one, evidence)),
  }),
  n: ({ declared }) => declared.outcomes.series.reduce((sum, one) => sum + one.points.length, 0),
  unknown: ({ declared }) => outcomeUnknowns(declared.outcomes.series),
});
