import { z } from "zod";
import { problem } from "#contract/primitives.ts";
import { defineSection } from "../define-section.ts";

export const problems = defineSection({
  name: "problems",
  noun: "problem",
  schema: { problems: z.array(problem) },
  present: (found) => ({ problems: [...found.problems] }),
  n: (found) => found.problems.length,
});
