import { defineSection } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { duplicationUnknowns, mapDuplication } from "./present.ts";
import { duplication as schema } from "./schema.ts";

export const duplication = defineSection({
  name: "duplication",
  noun: "compared file",
  schema: { duplication: schema.nullable().describe("null: not asked for") },
  needs: { organisation },
  conclude: ({ comparison }) => comparison,
  present: (result, _, found) => ({
    duplication: result === null ? null : mapDuplication(result, found.organisation.capabilities),
  }),
  n: ({ result }) => result?.filesCount ?? 0,
  unknown: ({ shown }) => duplicationUnknowns(shown.duplication),
});
