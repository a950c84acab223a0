import { decisionQuestion } from "../decision-question.ts";

export const command = decisionQuestion({
  name: "staffing",
  summary: "how many platform product managers",
  description: "The range with its reasons, and what would change it, from the last assessment.",
  run: "runStaffing",
});
