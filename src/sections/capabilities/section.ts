import { z } from "zod";
import { defineSection, ratio } from "../define-section.ts";
import { structuralUnknowns } from "../structural-unknowns.ts";
import { documentationOf } from "./documents-of.ts";
import { mapCapability, versionsInUse } from "./present.ts";
import { capability } from "./schema.ts";

export const capabilities = defineSection({
  name: "capabilities",
  noun: "capability",
  schema: { capabilities: z.array(capability) },
  present: ({ organisation, repositories }, evidence) => {
    const used = versionsInUse(organisation.consumptions);
    return {
      capabilities: organisation.capabilities.map((one) =>
        mapCapability(
          one,
          documentationOf(one, organisation.components, repositories),
          used.get(one.id) ?? [],
          evidence,
        ),
      ),
    };
  },
  n: (_, shown) => shown.capabilities.length,
  coverage: ({ organisation: { capabilities: all } }) =>
    ratio(all.filter((one) => one.providerComponentId !== null).length, all.length),
  unknown: (_, shown) => structuralUnknowns("capabilities", shown.capabilities),
});
