import { z } from "zod";
import { assessObjective } from "#insight/reliability/assess-objective.ts";
import { componentOf } from "#insight/reliability/component-of.ts";
import { worstFirst } from "#insight/reliability/roll-up.ts";
import type { PlacedStatus } from "#insight/reliability/result.ts";
import type { Organisation } from "#model/organisation.ts";
import { defineSection } from "../define-section.ts";
import type { GatheredObjectives } from "../gathered.ts";
import { organisation } from "../organisation/section.ts";
import { mapReliability, reliabilityUnknowns, rollUpObjectives } from "./present.ts";
import { reliability as schema, reliabilityRollUp } from "./schema.ts";

export const reliability = defineSection({
  name: "reliability",
  noun: "objective",
  schema: {
    reliability: z.array(schema).describe("worst first"),
    reliabilityRollUps: z.array(reliabilityRollUp),
  },
  needs: { organisation },
  conclude: (found) => placedStatuses(found.objectives, found.organisation),
  present: (result, evidence, found) => ({
    reliability: result.map((one) => mapReliability(one.status, one.componentId, evidence)),
    reliabilityRollUps: rollUpObjectives(result, found.organisation),
  }),
  n: ({ result }) => result.length,
  unknown: ({ result }) => reliabilityUnknowns(result),
});

/** How each objective stands, the worst first. */
function placedStatuses(
  { objectives, answers, at }: GatheredObjectives,
  model: Organisation,
): PlacedStatus[] {
  return objectives
    .flatMap((objective) => {
      const answer = answers.get(objective.id);
      if (answer === undefined) return [];
      const component = componentOf(objective, objectives, model);
      return [
        { status: assessObjective(objective, answer, at), componentId: component?.id ?? null },
      ];
    })
    .sort((one, other) => worstFirst(one.status, other.status));
}
