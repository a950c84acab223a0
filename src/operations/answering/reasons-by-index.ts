import type { Section } from "#contract/primitives.ts";

/** Why figures are missing, by the place in a list that the first group of `pattern` finds in their pointers. */
export function reasonsByIndex({ unknown }: Section, pattern: RegExp): Map<number, Set<string>> {
  const reasons = new Map<number, Set<string>>();
  for (const { pointer, reason } of unknown) {
    const index = Number(pattern.exec(pointer)?.[1] ?? Number.NaN);
    if (!Number.isNaN(index)) reasons.set(index, (reasons.get(index) ?? new Set()).add(reason));
  }
  return reasons;
}
