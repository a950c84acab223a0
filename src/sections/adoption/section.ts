import { z } from "zod";
import { defineSection, ratio } from "../define-section.ts";
import { listUnknowns } from "../unknown-entries.ts";
import { mapAdoption } from "./present.ts";
import { adoption as schema } from "./schema.ts";

export const adoption = defineSection({
  name: "adoption",
  noun: "use",
  schema: { adoption: z.array(schema) },
  present: (found, evidence) => ({
    adoption: found.adoption.map((one) => mapAdoption(one, evidence)),
  }),
  n: (found) => found.adoption.reduce((sum, one) => sum + one.uses.length, 0),
  coverage: (found) =>
    ratio(found.adoption.filter((one) => one.eligibleCount !== null).length, found.adoption.length),
  unknown: (found) => listUnknowns("adoption", found.adoption),
});
