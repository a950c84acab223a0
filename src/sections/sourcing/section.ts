import { defineSection } from "../define-section.ts";
import { mapSourcing, sourcingUnknowns } from "./present.ts";
import { sourcing as schema } from "./schema.ts";

export const sourcing = defineSection({
  name: "sourcing",
  noun: "answer",
  schema: { sourcing: schema },
  present: ({ decision }, evidence) => ({
    sourcing: mapSourcing(decision.sourcing, decision.conversations, evidence),
  }),
  n: ({ decision }) => decision.sourcing.answeredCount,
  coverage: ({ decision: { sourcing: found } }) => found.answeredCount / found.questionsCount,
  unknown: ({ decision }) => sourcingUnknowns(decision.sourcing),
});
