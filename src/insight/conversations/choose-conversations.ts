import type { Organisation } from "#model/organisation.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { Conversation } from "./result.ts";
import { signsOf, type Sign } from "./telling-teams.ts";
import { type ConversationKind, conversationKinds } from "#vocabulary/proposals.ts";

const mostTeams = 5;
const mostNamed = 3;
/** Who left knows most about what is wrong: each kind has its turn in this order. */

/** Answers: which five teams would tell most about the platform, and what should they be asked? */
export function chooseConversations(
  organisation: Organisation,
  adoption: readonly AdoptionResult[],
): Conversation[] {
  const signs = signsOf(organisation, adoption);
  const queues = new Map(conversationKinds.map((kind) => [kind, rankedTeams(signs, kind)]));
  const chosen: string[] = [];
  while (chosen.length < mostTeams && [...queues.values()].some((queue) => queue.length > 0)) {
    for (const kind of conversationKinds) {
      const queue = queues.get(kind) ?? [];
      while (queue[0] !== undefined && chosen.includes(queue[0])) queue.shift();
      const team = queue.shift();
      if (team !== undefined && chosen.length < mostTeams) chosen.push(team);
    }
  }
  const names = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  return chosen.map((teamId) =>
    conversationOf(
      teamId,
      signs.filter((one) => one.teamId === teamId),
      (id) => names.get(id) ?? id,
    ),
  );
}

/** Teams by how many capabilities they have such a sign about. */
function rankedTeams(signs: readonly Sign[], kind: ConversationKind): string[] {
  const capabilities = new Map<string, Set<string>>();
  for (const sign of signs) {
    if (sign.kind !== kind) continue;
    const set = capabilities.get(sign.teamId) ?? new Set<string>();
    capabilities.set(sign.teamId, set.add(sign.capabilityId));
  }
  return [...capabilities]
    .sort(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1))
    .map(([team]) => team);
}

function conversationOf(
  teamId: string,
  signs: readonly Sign[],
  nameOf: (capabilityId: string) => string,
): Conversation {
  const kinds = conversationKinds.filter((kind) => signs.some((one) => one.kind === kind));
  // Everybody uses something: that is said only where it is the reason, or nothing else is.
  const telling = kinds.filter((kind) => kind !== "heaviest-user");
  const told = telling.length > 0 ? telling : kinds;
  const own = (kind: ConversationKind): Sign[] => signs.filter((one) => one.kind === kind);
  const capabilityIds = [
    ...new Set(told.flatMap((kind) => own(kind).map((one) => one.capabilityId))),
  ];
  const reasons = told.map((kind) => reasonOf(kind, own(kind), nameOf));
  if (telling.length > 0) {
    const used = new Set(own("heaviest-user").map((one) => one.capabilityId)).size;
    if (used > 0)
      reasons.push(
        `It uses ${String(used)} ${used === 1 ? "capability" : "capabilities"} of others now.`,
      );
  }
  return {
    teamId,
    kinds: told,
    why: reasons.join(" "),
    questions: told.flatMap((kind) => questionsOf(kind, own(kind), nameOf)).slice(0, 6),
    capabilityIds,
    evidence: told.flatMap((kind) => own(kind).flatMap((one) => one.evidence)).slice(0, 12),
  };
}

function reasonOf(
  kind: ConversationKind,
  signs: readonly Sign[],
  nameOf: (id: string) => string,
): string {
  const names = listed(signs.map((one) => nameOf(one.capabilityId)));
  const where = listed(signs.map((one) => one.text));
  if (kind === "leaver") return `It stopped using ${names} within two years, in ${where}.`;
  if (kind === "defector") return `It keeps something of its own beside ${names}: ${where}.`;
  if (kind === "non-adopter")
    return `It does not use ${names}, which most of those who could do use: ${where}.`;
  const count = new Set(signs.map((one) => one.capabilityId)).size;
  return `It builds on ${String(count)} ${count === 1 ? "capability" : "capabilities"} of others, such as ${names}.`;
}

function questionsOf(
  kind: ConversationKind,
  signs: readonly Sign[],
  nameOf: (id: string) => string,
): string[] {
  const [first] = signs;
  const name = first === undefined ? "it" : nameOf(first.capabilityId);
  if (kind === "leaver") {
    return [
      `What made you stop using ${name}, and what did you try before that?`,
      `What do you use instead, and what does that cost you?`,
      `What would have to be true for you to come back?`,
    ];
  }
  if (kind === "defector") {
    return [
      `What does your own code do that ${name} does not?`,
      `Did you ask for it? What happened to that request?`,
      `What would you have to keep if ${name} did it?`,
    ];
  }
  if (kind === "non-adopter") {
    return [
      `Had you heard of ${name} when you chose what you use?`,
      `What speaks against it for you: effort, fit, trust, or something else?`,
      `What would a trial have to show?`,
    ];
  }
  return [
    `When ${name} changes, how do you hear of it, and how much work follows?`,
    `What do you work around every week?`,
    `If one thing of the platform had to go, what would you miss least?`,
  ];
}

function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, mostNamed).join(", ");
  const rest = distinct.length - mostNamed;
  return rest > 0 ? `${shown} and ${String(rest)} more` : shown;
}
