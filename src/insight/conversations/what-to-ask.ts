import { append } from "#kernel/lists-by-key.ts";
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
  if (kind === "leaver") return leaverReason(signs, nameOf);
  if (kind === "defector") return `It keeps something of its own beside ${names}: ${where}.`;
  if (kind === "non-adopter")
    return `It does not use ${names}, which most of those who could do use: ${where}.`;
  const count = new Set(signs.map((one) => one.capabilityId)).size;
  return `It builds on ${counted(count, "capability", "capabilities")} of others, such as ${names}.`;
}

/** `leaving`: capabilities that a proposal would have everybody leave: why they were given up together is asked of nobody. */
export function questionsOf(
  kind: ConversationKind,
  signs: readonly Sign[],
  nameOf: (id: string) => string,
  leaving: ReadonlySet<string>,
): string[] {
  const [first] = signs;
  if (first === undefined) return [];
  const name = nameOf(first.capabilityId);
  if (kind === "leaver") {
    const own = signs.find(({ sweep }) => sweep === undefined);
    if (own === undefined) {
      const undecided = signs.find(({ capabilityId }) => !leaving.has(capabilityId));
      if (undecided === undefined)
        return [
          `What took the place of ${name} with you, and what did the move cost?`,
          `What would have helped those that still use it to come along?`,
        ];
      const count = undecided.sweep?.repositoriesCount ?? 0;
      return [
        `Who decided that ${counted(count, "repository", "repositories")} stop using ${nameOf(undecided.capabilityId)} at once, and why?`,
        `Did you use it until then, and what do you use instead?`,
      ];
    }
    return [
      `What made you stop using ${nameOf(own.capabilityId)}, and what did you try before that?`,
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

/** Those that left of their own, then by capability those that were swept along. */
function leaverReason(signs: readonly Sign[], nameOf: (id: string) => string): string {
  const placesOf = (those: readonly Sign[]): string => listed(those.map((one) => one.text));
  const own = signs.filter(({ sweep }) => sweep === undefined);
  const names = listed(own.map((one) => nameOf(one.capabilityId)));
  const swept = new Map<string, Sign[]>();
  for (const one of signs) if (one.sweep !== undefined) append(swept, one.capabilityId, one);
  const sentences = [...swept].slice(0, mostNamed).flatMap(([id, those]) => {
    const sweep = those[0]?.sweep;
    if (sweep === undefined) return [];
    const many = counted(sweep.repositoriesCount, "repository", "repositories");
    const days = counted(Math.max(1, sweep.days), "day");
    return `It stopped using ${nameOf(id)} in ${placesOf(those)} when ${many} did within ${days}: one decision, which need not be its own.`;
  });
  if (own.length > 0)
    sentences.unshift(`It stopped using ${names} within two years, in ${placesOf(own)}.`);
  return sentences.join(" ");
}

function listed(names: readonly string[]): string {
  return some([...new Set(names)], mostNamed);
}
