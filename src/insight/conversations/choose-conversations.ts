import { counted } from "#kernel/phrases.ts";
import type { Organisation } from "#model/organisation.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { Proposal } from "../lenses/proposal.ts";
import type { Conversation } from "./result.ts";
import { signsOf, type Sign } from "./telling-teams.ts";
import { questionsOf, reasonOf } from "./what-to-ask.ts";
import { movedBy, type Moved } from "./what-it-moves.ts";
import { type ConversationKind, conversationKinds } from "#vocabulary/proposals.ts";

const mostTeams = 5;
const mostQuestions = 6;
const mostOfProposals = 3;

export interface ConversationInput {
  readonly organisation: Organisation;
  readonly adoption: readonly AdoptionResult[];
  /** Of the platform, in their order. */
  readonly proposals: readonly Proposal[];
}

/**
 * Answers: which five teams' answers would move the proposals most, and what should they be asked? First by the hours that are
 * not sure of the proposals that touch them, then by what only they have to tell: who left knows most about what is wrong.
 */
export function chooseConversations(input: ConversationInput): Conversation[] {
  const { organisation, adoption, proposals } = input;
  const signs = signsOf(organisation, adoption);
  const moved = movedBy(organisation, proposals);
  const names = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  const leaving = new Set(
    proposals.flatMap(({ kind, subjectIds }) => (kind === "remove" ? subjectIds : [])),
  );
  const teams = new Set([...signs.map((one) => one.teamId), ...moved.keys()]);
  return [...teams]
    .map((teamId) => ({
      teamId,
      own: signs.filter((one) => one.teamId === teamId),
      moved: moved.get(teamId) ?? nothingMoved,
    }))
    .sort(
      (a, b) =>
        b.moved.personHours - a.moved.personHours ||
        rankOf(a.own) - rankOf(b.own) ||
        b.own.length - a.own.length ||
        (a.teamId < b.teamId ? -1 : 1),
    )
    .slice(0, mostTeams)
    .map(({ teamId, own, moved: moves }) =>
      conversationOf(teamId, own, moves, { nameOf: (id) => names.get(id) ?? id, leaving }),
    );
}

const nothingMoved: Moved = { personHours: 0, proposals: [] };

/** Place of the most telling sign among their kinds. */
function rankOf(signs: readonly Sign[]): number {
  return Math.min(
    conversationKinds.length,
    ...signs.map(({ kind }) => conversationKinds.indexOf(kind)),
  );
}

interface Known {
  readonly nameOf: (capabilityId: string) => string;
  /** Capabilities that a proposal would remove. */
  readonly leaving: ReadonlySet<string>;
}

function conversationOf(
  teamId: string,
  signs: readonly Sign[],
  moved: Moved,
  { nameOf, leaving }: Known,
): Conversation {
  const kinds = conversationKinds.filter(
    (kind) =>
      signs.some((one) => one.kind === kind) || moved.proposals.some(({ asks }) => asks === kind),
  );
  // Everybody uses something: that is said only where it is the reason, or nothing else is.
  const telling = kinds.filter((kind) => kind !== "heaviest-user");
  const told = telling.length > 0 ? telling : kinds;
  const own = (kind: ConversationKind): Sign[] => signs.filter((one) => one.kind === kind);
  const [first] = moved.proposals;
  const reasons = told.flatMap((kind) => reasonOf(kind, own(kind), nameOf) ?? []);
  if (first !== undefined)
    reasons.unshift(
      `Its answer bears on “${first.proposal.title}”${moved.proposals.length > 1 ? ` and ${counted(moved.proposals.length - 1, "more proposal")}` : ""}.`,
    );
  const used = new Set(own("heaviest-user").map((one) => one.capabilityId)).size;
  if (telling.length > 0 && used > 0)
    reasons.push(`It uses ${counted(used, "capability", "capabilities")} of others now.`);
  return {
    teamId,
    kinds: told,
    why: reasons.join(" "),
    questions: [
      ...new Set([
        ...moved.proposals.map(({ question }) => question).slice(0, mostOfProposals),
        ...told.flatMap((kind) => questionsOf(kind, own(kind), nameOf, leaving)),
      ]),
    ].slice(0, mostQuestions),
    capabilityIds: [...new Set(told.flatMap((kind) => own(kind).map((one) => one.capabilityId)))],
    proposals: moved.proposals.map(({ proposal }) => proposal),
    movedPersonHours: moved.personHours,
    evidence: [
      ...told.flatMap((kind) => own(kind).flatMap((one) => one.evidence)),
      ...(first?.proposal.evidence ?? []),
    ].slice(0, 12),
  };
}
