import { decisionQuestion } from "../decision-question.ts";

export const command = decisionQuestion({
  name: "verdict",
  summary: "the answer in ten lines, to be read aloud",
  description:
    "Does the organisation need a platform product manager: how many signs hold, what it leans to, what speaks for it, what waiting costs, what would settle it.",
  run: "runVerdict",
});
