import { decisionQuestion } from "../decision-question.ts";

export const command = decisionQuestion({
  name: "signals",
  summary: "does the organisation need a platform product manager",
  description:
    "The seven signals and five decays of the last assessment with their state, and the verdict; unknown says what to give.",
  run: "runSignals",
});
