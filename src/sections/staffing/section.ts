import { components } from "../components/section.ts";
import { adoption } from "../adoption/section.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { suppressBelow } from "../suppress-below.ts";
import { concludeStaffing } from "./conclude.ts";
import { mapStaffing, staffingUnknowns } from "./present.ts";
import { staffing as schema } from "./schema.ts";

export const staffing = defineSection({
  name: "staffing",
  noun: "platform team",
  schema: { staffing: schema },
  needs: { organisation, components, adoption },
  conclude: (found) =>
    concludeStaffing({
      organisation: found.organisation,
      repositories: found.repositories,
      adoption: found.adoption,
      effort: found.components.effort,
      configuration: found.configuration,
      suppressBelow: suppressBelow(found.configuration),
    }),
  present: (result, evidence) => ({ staffing: mapStaffing(result, evidence) }),
  n: ({ result }) => result.platformTeams.length,
  coverage: ({ result: { platformTeams, withheldTeamsCount } }) =>
    ratio(platformTeams.length - withheldTeamsCount, platformTeams.length),
  unknown: ({ result }) => staffingUnknowns(result),
});
