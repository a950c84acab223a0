import { counted, some } from "#kernel/phrases.ts";
import type { ConversationKind } from "#vocabulary/proposals.ts";
import type { Sign } from "./telling-teams.ts";

const mostNamed = 3;

/** Null where nothing but a proposal speaks for the conversation. */
export function reasonOf(
  kind: ConversationKind,
  signs: readonly Sign[],
  nameOf: (id: string) => string,
): string | null {
  if (signs.length === 0) return null;
  const names = listed(signs.map((one) => nameOf(one.capabilityId)));
  const where = listed(signs.map((one) => one.text));
  if (kind === "leaver") return `It stopped using ${names} within two years, in ${where}.`;
  if (kind === "defector") return `It keeps something of its own beside ${names}: ${where}.`;
  if (kind === "non-adopter")
    return `It does not use ${names}, which most of those who could do use: ${where}.`;
  const count = new Set(signs.map((one) => one.capabilityId)).size;
  return `It builds on ${counted(count, "capability", "capabilities")} of others, such as ${names}.`;
}

export function questionsOf(
  kind: ConversationKind,
  signs: readonly Sign[],
  nameOf: (id: string) => string,
): string[] {
  const [first] = signs;
  if (first === undefined) return [];
  const name = nameOf(first.capabilityId);
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
  return some([...new Set(names)], mostNamed);
}
