import { z } from "zod";
import { defineSection, ratio } from "../define-section.ts";
import { mapTeam } from "./present.ts";
import { team } from "./schema.ts";

export const teams = defineSection({
  name: "teams",
  noun: "team",
  schema: { teams: z.array(team) },
  present: ({ organisation }, evidence) => ({
    teams: organisation.teams.map((one) => mapTeam(one, evidence)),
  }),
  n: ({ organisation }) => organisation.teams.length,
  coverage: ({ organisation: { components } }) =>
    ratio(components.filter((one) => one.ownerIds.length > 0).length, components.length),
});
