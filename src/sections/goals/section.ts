import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { mapGoals } from "./present.ts";
import { goal } from "./schema.ts";

export const goals = defineSection({
  name: "goals",
  noun: "goal",
  schema: { goals: z.array(goal) },
  present: ({ goals: found, declared, organisation }) => ({
    goals: mapGoals(found, declared.decisions, organisation.capabilities),
  }),
  n: (found) => found.goals.length,
});
