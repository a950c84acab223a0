import { known, unknown, type Answer } from "#evidence/unknown.ts";
import type { Pull } from "./result.ts";
import type { Use } from "./uses.ts";

/** Who opened each use, counted. Not yet suppressed: never let it leave without `suppressPull`. */
export function countPull(uses: readonly Use[]): Pull {
  const counts = { consumer: 0, provider: 0, bot: 0, template: 0, unclear: 0 };
  for (const use of uses) counts[use.openedBy] += 1;
  return counts;
}

/** How many different people opened the uses that people opened. */
export function countOpeners(uses: readonly Use[]): number {
  return new Set(uses.map((use) => use.opener).filter((opener) => opener !== null)).size;
}

/**
 * Withholds what could point at a person: capabilities with fewer uses than `below`, those whose person-opened uses
 * (consumer, provider, unclear) are fewer, since bots and templates can be subtracted, and those where fewer people
 * than `below` opened them: five uses that one person opened are that person's. If exactly one is withheld, the
 * organisation's sum would reveal it: then the one with the fewest uses of the rest is withheld with it.
 */
export function suppressPull(
  counts: readonly Pull[],
  people: readonly number[],
  below: number,
): Answer<Pull>[] {
  const persons = counts.map(({ consumer, provider, unclear }) => consumer + provider + unclear);
  const totals = counts.map(({ bot, template }, index) => persons[index]! + bot + template);
  const isPrimary = totals.map(
    (total, index) =>
      total < below ||
      (persons[index]! > 0 && (persons[index]! < below || (people[index] ?? 0) < below)),
  );
  const protectedRows = isPrimary.flatMap((is, index) => (is && totals[index]! > 0 ? [index] : []));
  let complement = -1;
  if (protectedRows.length === 1) {
    for (const [index, total] of totals.entries()) {
      if (isPrimary[index]) continue;
      if (complement === -1 || total < totals[complement]!) complement = index;
    }
  }
  const needs = `uses opened by at least ${below} people, in more than one capability`;
  return counts.map((pull, index) => {
    if (totals[index] === 0) {
      return unknown("pull", "no-uses", "nobody uses it", "a first consumer");
    }
    if (isPrimary[index]) {
      return unknown("pull", "suppressed", `fewer than ${below} people opened its uses`, needs);
    }
    if (index === complement) {
      const reason = "withheld so that the one other withheld capability cannot be worked out";
      return unknown("pull", "suppressed-complementary", reason, needs);
    }
    return known(pull);
  });
}
