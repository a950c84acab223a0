import { z } from "zod";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { explainTeams } from "./explain.ts";
import { teamInvariants } from "./integrity.ts";
import { mapTeam } from "./present.ts";
import { team } from "./schema.ts";

export const teams = defineSection({
  name: "teams",
  noun: "team",
  schema: { teams: z.array(team) },
  needs: { organisation },
  conclude: (found) => found.organisation.teams,
  present: (result, evidence) => ({ teams: result.map((one) => mapTeam(one, evidence)) }),
  n: ({ result }) => result.length,
  coverage: ({
    found: {
      organisation: { components },
    },
  }) => ratio(components.filter((one) => one.ownerIds.length > 0).length, components.length),
  explains: explainTeams,
  integrity: teamInvariants,
});
