import { z } from "zod";
import { defineSection, ratio } from "../define-section.ts";
import { listUnknowns } from "../unknown-entries.ts";
import { mapStability } from "./present.ts";
import { stability as schema } from "./schema.ts";
import type { Found } from "../found.ts";

export const stability = defineSection({
  name: "stability",
  noun: "capability",
  schema: { stability: z.array(schema).describe("one for each capability, in their order") },
  present: ({ measures }, evidence) => ({
    stability: measures.stability.map((one) => mapStability(one, evidence)),
  }),
  n: (found) => released(found),
  coverage: (found) => ratio(released(found), found.measures.stability.length),
  unknown: ({ measures }) => listUnknowns("stability", measures.stability),
});

function released({ measures }: Found): number {
  return measures.stability.filter((one) => one.releasesCount > 0).length;
}
