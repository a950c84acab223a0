import type { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import { dayOf } from "#kernel/phrases.ts";

const question = "platform-product-owner";
const held = "product-manager";

/** Who says that a product manager owns the platform; of contradicting answers the latest counts. Null: nobody is known to. */
export function holderOf(facts: DeclaredFacts): string | null {
  const answers = facts.answers(question).toSorted((one, other) => other.at - one.at);
  const [latest] = answers;
  if (latest?.answer !== held) return null;
  const contrary = answers.filter((one) => one.answer !== held);
  return `a product manager is named as its owner (${latest.role}, ${dayOf(latest.at * 1000)})${
    contrary.length === 0
      ? ""
      : `; ${contrary.map((one) => one.role).join(", ")} said otherwise before`
  }`;
}
