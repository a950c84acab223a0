import { append } from "#kernel/lists-by-key.ts";
import type { Capability, Component, Organisation } from "#model/organisation.ts";
import type { ConversationKind, ProposalKind } from "#vocabulary/proposals.ts";
import { shortName } from "../lenses/ground.ts";
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

/** `names`: what the proposal is about, for those who read nothing but the question. */
const questions: Readonly<Record<ProposalKind, (names: string) => string>> = {
  consolidate: () =>
    "When you change your copy, who else has to, and what must stay different in yours?",
  adopt: () => "What does your own way do that what is offered does not?",
  "make-easier": () => "How long did the last upgrade take you, and what took longest?",
  keep: () => "What made you look for something else?",
  remove: (names) =>
    `What would you need to move off ${names}, and what have you put off because of it?`,
  own: (names) =>
    `When something is wrong with ${names}, whom do you ask, and how long does the answer take?`,
  secure: () => "What keeps you from moving, and who has moved already?",
  enable: () => "How do you do it today, and what does that cost you in a month?",
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
        proposal: {
          proposal: one,
          asks: asks[one.kind],
          question: questions[one.kind](namesOf(one, capability, byId)),
        },
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

/** Of its capabilities, else of its components; the title where neither is known any more. */
function namesOf(
  { subjectIds, title }: Proposal,
  capabilities: ReadonlyMap<string, Capability>,
  components: ReadonlyMap<string, Component>,
): string {
  const offered = subjectIds.flatMap((id) => capabilities.get(id) ?? []);
  const named = offered.length > 0 ? offered : subjectIds.flatMap((id) => components.get(id) ?? []);
  const names = [...new Set(named.map(shortName))];
  return names.length === 0 ? `what “${title}” is about` : either(names);
}

/** `a`, `a or b`, `a, b or one of 3 more`. */
function either(names: readonly string[]): string {
  const [first = "", second, ...more] = names;
  if (second === undefined) return first;
  return more.length === 0
    ? `${first} or ${second}`
    : `${first}, ${second} or ${more.length === 1 ? (more[0] ?? "") : `one of ${String(more.length)} more`}`;
}
