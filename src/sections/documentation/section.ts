import { z } from "zod";
import { defineSection, ratio } from "../define-section.ts";
import { listUnknowns } from "../unknown-entries.ts";
import { mapDocumentation } from "./present.ts";
import { documentation as schema } from "./schema.ts";
import type { Found } from "../found.ts";

export const documentation = defineSection({
  name: "documentation",
  noun: "capability",
  schema: {
    documentation: z.array(schema).describe("one for each capability, in their order"),
  },
  present: ({ measures }, evidence) => ({
    documentation: measures.documentation.map((one) => mapDocumentation(one, evidence)),
  }),
  n: (found) => scored(found),
  coverage: (found) => ratio(scored(found), found.measures.documentation.length),
  unknown: ({ measures }) => listUnknowns("documentation", measures.documentation),
});

function scored({ measures }: Found): number {
  return measures.documentation.filter((one) => one.score !== null).length;
}
