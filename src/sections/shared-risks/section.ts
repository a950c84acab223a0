import { defineSection, ratio } from "../define-section.ts";
import { judgedComponents } from "../ownership/owned-share.ts";
import { mapSharedRisks, sharedRiskUnknowns } from "./present.ts";
import { sharedRisks as schema } from "./schema.ts";

export const sharedRisks = defineSection({
  name: "sharedRisks",
  noun: "component",
  schema: { sharedRisks: schema },
  present: ({ measures }, evidence) => ({
    sharedRisks: mapSharedRisks(measures.sharedRisks, evidence),
  }),
  n: ({ measures }) => measures.sharedRisks.componentsLocked,
  coverage: ({ measures }) =>
    ratio(measures.sharedRisks.componentsLocked, judgedComponents(measures.ownership)),
  unknown: ({ measures }) => sharedRiskUnknowns(measures.sharedRisks),
});
