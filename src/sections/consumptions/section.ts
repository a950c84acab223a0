import { z } from "zod";
import { defineSection } from "../define-section.ts";
import { mapConsumption } from "./present.ts";
import { consumption } from "./schema.ts";

export const consumptions = defineSection({
  name: "consumptions",
  noun: "use",
  schema: { consumptions: z.array(consumption) },
  present: ({ organisation, adoption }, evidence) => {
    const ended = new Map(
      adoption.flatMap((one) => one.ended.map((end) => [end.consumptionId, end] as const)),
    );
    return {
      consumptions: organisation.consumptions.map((one) =>
        mapConsumption(one, ended.get(one.id), evidence),
      ),
    };
  },
  n: (_, shown) => shown.consumptions.length,
});
