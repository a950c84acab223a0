import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { mapReliability, reliabilityUnknowns, rollUpObjectives } from "./present.ts";
import { reliability as schema, reliabilityRollUp } from "./schema.ts";

export const reliability = defineSection({
  name: "reliability",
  noun: "objective",
  schema: {
    reliability: z.array(schema).describe("worst first"),
    reliabilityRollUps: z.array(reliabilityRollUp),
  },
  present: ({ reliability: placed, organisation }, evidence) => ({
    reliability: placed.map((one) => mapReliability(one.status, one.componentId, evidence)),
    reliabilityRollUps: rollUpObjectives(placed, organisation),
  }),
  n: (found) => found.reliability.length,
  unknown: (found) => reliabilityUnknowns(found.reliability),
});
