import type { Section } from "#contract/primitives.ts";

/** Why figures of an entry of `list` are missing, by its key; quarters of an entry say so themselves. */
export function reasonsByKey({ unknown }: Section, list: string): Map<string, Set<string>> {
  const reasons = new Map<string, Set<string>>();
  for (const { section, keys, fields, reason } of unknown) {
    if (section !== list || fields.every((field) => field.startsWith("quarters/"))) continue;
    for (const key of keys) reasons.set(key, (reasons.get(key) ?? new Set()).add(reason));
  }
  return reasons;
}
