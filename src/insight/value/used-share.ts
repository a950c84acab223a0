import { quantileOf } from "#kernel/stats-summary.ts";
import type { Capability, Component, Organisation } from "#model/organisation.ts";

/** Share of a capability's exported names that each owner of its present consumers mentions. */
export interface UsedShares {
  readonly byOwner: ReadonlyMap<string, number>;
  /** Median over those owners. */
  readonly typical: number;
}

/** Null where fewer than `namesMinimum` names can be seen, or no consumer is seen to mention one. */
export function usedShares(
  capability: Capability,
  usedNames: Organisation["usedNames"],
  components: ReadonlyMap<string, Component>,
  namesMinimum: number,
): UsedShares | null {
  const exported = new Set(capability.exports?.names ?? []);
  if (exported.size < namesMinimum) return null;
  const names = new Map<string, Set<string>>();
  for (const [componentId, used] of usedNames.get(capability.id) ?? []) {
    if (used.size === 0) continue;
    for (const owner of components.get(componentId)?.ownerIds ?? []) {
      const seen = names.get(owner) ?? new Set<string>();
      for (const name of used) if (exported.has(name)) seen.add(name);
      names.set(owner, seen);
    }
  }
  if (names.size === 0) return null;
  const byOwner = new Map([...names].map(([owner, seen]) => [owner, seen.size / exported.size]));
  return { byOwner, typical: quantileOf([...byOwner.values()], 0.5) };
}
