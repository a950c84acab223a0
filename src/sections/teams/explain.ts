import { counted, some } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { factsOf } from "../explanation/explanation.ts";
import { entryOf, namedSubjects, type Explains } from "../explanation/explaining.ts";
import type { ReportTeam } from "./schema.ts";

export const explainTeams: Explains<{ readonly teams: readonly ReportTeam[] }> = {
  kinds: ["team"],
  subjects: ({ teams }) => namedSubjects("team", teams),
  outline: ({ teams }, subject, { capabilities, nameOf }) => {
    const team = entryOf(teams, subject);
    const offers = capabilities.filter((one) => one.ownerIds.includes(team.id));
    const names = offers.map(({ name }) => name);
    return {
      id: team.id,
      kind: "team",
      title: `${team.name}, ${team.kind === "team" ? "team" : "owned by individuals"}`,
      facts: factsOf(
        ["known from", team.source],
        ["components", counted(team.componentIds.length, "component")],
        ["offers", some(names, 8)],
      ),
      reasons: [],
      related: [
        ...team.componentIds.map((id) => ({ id, text: nameOf(id) })),
        ...offers.map(({ id, name }) => ({ id, text: `offers ${name}` })),
      ],
      evidenceIds: team.evidenceIds,
      places: [placeOf("teams", team.id)],
      note: null,
    };
  },
};
