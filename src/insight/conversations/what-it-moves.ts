import { append } from "#kernel/lists-by-key.ts";
import type { Organisation } from "#model/organisation.ts";
import type { ConversationKind, ProposalKind } from "#vocabulary/proposals.ts";
import type { Proposal } from "../lenses/proposal.ts";

export interface MovedProposal {
  readonly proposal: Proposal;
  readonly asks: ConversationKind;
  readonly question: string;
}

/** What a team's answer could change. */
export interface Moved {
  /** A year: the hours that are not sure, as far as the team is among those whom the proposal touches. */
  readonly personHours: number;
  /** Most first. */
  readonly proposals: readonly MovedProposal[];
}

const asks: Readonly<Record<ProposalKind, ConversationKind>> = {
  consolidate: "copy-keeper",
  adopt: "non-adopter",
  "make-easier": "heaviest-user",
  keep: "leaver",
  remove: "heaviest-user",
  own: "heaviest-user",
  secure: "heaviest-user",
  enable: "asker",
};

const questions: Readonly<Record<ProposalKind, string>> = {
  consolidate: "When you change your copy, who else has to, and what must stay different in yours?",
  adopt: "What does your own way do that what is offered does not?",
  "make-easier": "How long did the last upgrade take you, and what took longest?",
  keep: "What made you look for something else?",
  remove: "What would you need to move off it, and what have you put off because of it?",
  own: "Whom do you ask when it breaks, and how long does the answer take?",
  secure: "What keeps you from moving, and who has moved already?",
  enable: "How do you do it today, and what does that cost you in a month?",
};

/**
 * By team. Nobody is asked about what is their own, and what is given up is nobody's to judge any more; persons are no teams.
 */
export function movedBy(
  { teams, capabilities, components }: Organisation,
  proposals: readonly Proposal[],
): ReadonlyMap<string, Moved> {
  const isTeam = new Set(teams.flatMap((one) => (one.kind === "team" ? one.id : [])));
  const byId = new Map(components.map((one) => [one.id, one]));
  const capability = new Map(capabilities.map((one) => [one.id, one]));
  const moved = new Map<string, { proposal: MovedProposal; personHours: number }[]>();
  for (const one of proposals) {
    if (one.kind === "remove") continue;
    const own = new Set(
      one.subjectIds.flatMap((id) => {
        const subject = capability.get(id);
        const provider = byId.get(subject?.providerComponentId ?? "");
        return [...(subject?.ownerIds ?? []), ...(provider?.ownerIds ?? [])];
      }),
    );
    const touched = one.affectedIds.flatMap((id) => byId.get(id) ?? []);
    const unsure = one.atStakePersonHours.high - one.atStakePersonHours.low;
    const counts = new Map<string, number>();
    for (const { ownerIds } of touched)
      for (const id of ownerIds)
        if (isTeam.has(id) && !own.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [team, count] of counts) {
      const entry = {
        proposal: { proposal: one, asks: asks[one.kind], question: questions[one.kind] },
        personHours: (unsure * count) / touched.length,
      };
      append(moved, team, entry);
    }
  }
  return new Map(
    [...moved].map(([team, list]) => {
      const sorted = list.toSorted((a, b) => b.personHours - a.personHours);
      return [
        team,
        {
          personHours: sorted.reduce((sum, one) => sum + one.personHours, 0),
          proposals: sorted.map((one) => one.proposal),
        },
      ];
    }),
  );
}
