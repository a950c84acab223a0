import { knownOutsiders } from "#insight/partners/known-outsiders.ts";
import { offeredOutside } from "#insight/partners/offered-outside.ts";
import { defineSection } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { tellPartners } from "./explain.ts";
import { mapPartners, partnerProblems, partnerUnknowns } from "./present.ts";
import { partners as schema } from "./schema.ts";

export const partners = defineSection({
  name: "partners",
  noun: "partner",
  schema: { partners: schema },
  needs: { organisation },
  conclude: ({ asked, declared, organisation: model }) => ({
    offers: offeredOutside(model),
    ...knownOutsiders(declared.partners, model, asked),
  }),
  present: (result, evidence) => ({ partners: mapPartners(result, evidence) }),
  n: ({ result }) => result.outsiders?.length ?? 0,
  unknown: ({ shown }) => partnerUnknowns(shown.partners),
  problems: ({ result }) => partnerProblems(result),
  tells: tellPartners,
});
