import { defineSection } from "../define-section.ts";
import { duplicationUnknowns, mapDuplication } from "./present.ts";
import { duplication as schema } from "./schema.ts";

export const duplication = defineSection({
  name: "duplication",
  noun: "compared file",
  schema: { duplication: schema.nullable().describe("null: not asked for") },
  present: ({ duplication: found, organisation }) => ({
    duplication: found === null ? null : mapDuplication(found, organisation.capabilities),
  }),
  n: (found) => found.duplication?.filesCount ?? 0,
  unknown: (_, shown) => duplicationUnknowns(shown.duplication),
});
