import { defineSection, ratio } from "../define-section.ts";
import { mapStaffing, staffingUnknowns } from "./present.ts";
import { staffing as schema } from "./schema.ts";

export const staffing = defineSection({
  name: "staffing",
  noun: "platform team",
  schema: { staffing: schema },
  present: ({ decision }, evidence) => ({ staffing: mapStaffing(decision.staffing, evidence) }),
  n: ({ decision }) => decision.staffing.platformTeams.length,
  coverage: ({ decision: { staffing: found } }) => {
    const teams = found.platformTeams.length;
    return ratio(teams - found.withheldTeamsCount, teams);
  },
  unknown: ({ decision }) => staffingUnknowns(decision.staffing),
});
