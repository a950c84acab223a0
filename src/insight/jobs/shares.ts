import { hillNumber } from "#kernel/stats-summary.ts";

export interface OwnedUse {
  readonly solution: string;
  readonly componentId: string;
  readonly ownerIds: readonly string[];
}

export interface Shares {
  /** Distinct known owners. */
  readonly ownersCount: number;
  /** Share of the owners by solution, the largest first; they add up to 1. Empty without owners. */
  readonly shares: readonly { readonly solution: string; readonly share: number }[];
}

/**
 * Every owner counts once: its weight is spread evenly over its components, and a component's over the solutions it uses.
 * So a team with many components says no more than another, and one that uses two tools stands for a half of each.
 */
export function sharesByOwner(uses: readonly OwnedUse[]): Shares {
  const byOwner = new Map<string, Map<string, Set<string>>>();
  for (const { solution, componentId, ownerIds } of uses) {
    for (const owner of ownerIds) {
      const components = getOrAdd(byOwner, owner, () => new Map<string, Set<string>>());
      getOrAdd(components, componentId, () => new Set<string>()).add(solution);
    }
  }
  const weights = new Map<string, number>();
  for (const components of byOwner.values()) {
    for (const solutions of components.values()) {
      const weight = 1 / byOwner.size / components.size / solutions.size;
      for (const solution of solutions) {
        weights.set(solution, (weights.get(solution) ?? 0) + weight);
      }
    }
  }
  const shares = [...weights]
    .map(([solution, share]) => ({ solution, share: rounded(share) }))
    .sort((a, b) => b.share - a.share || (a.solution < b.solution ? -1 : 1));
  return { ownersCount: byOwner.size, shares };
}

/** Effective number of solutions, exp(H) (Hill 1973, order 1); null with fewer owners than asked for. */
export function effectiveNumber(
  { ownersCount, shares }: Shares,
  minimumOwners: number,
): number | null {
  if (ownersCount < minimumOwners || shares.length === 0) return null;
  return rounded(hillNumber(shares.map(({ share }) => share)));
}

/** Sums of fractions differ in the last digits with the order of the input; nothing here is that exact. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

export function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
