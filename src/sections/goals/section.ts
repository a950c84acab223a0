import { z } from "zod";
import { decisions } from "../decisions/section.ts";
import { defineSection } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { mapGoals } from "./present.ts";
import { goal } from "./schema.ts";

export const goals = defineSection({
  name: "goals",
  noun: "goal",
  schema: { goals: z.array(goal) },
  needs: { organisation, decisions },
  conclude: ({ configuration }) => configuration.goals,
  present: (result, _, found) => ({
    goals: mapGoals(result, found.decisions, found.organisation.capabilities),
  }),
  n: ({ result }) => result.length,
});
