import { decisionQuestion } from "../decision-question.ts";

export const command = decisionQuestion({
  name: "sourcing",
  summary: "where they should come from, and whom to talk to first",
  description:
    "Internal hire, external hire or interim, with fit and risks, and the teams that tell most, from the last assessment.",
  run: "runSourcing",
});
