import { hillNumber } from "#kernel/stats-summary.ts";
import { isIndividual } from "#model/owner-register.ts";

export interface KeptUse {
  readonly solution: string;
  readonly componentId: string;
  /** Teams, or the repository where most components have none. */
  readonly keeperIds: readonly string[];
}

export interface Shares {
  /** Distinct keepers. */
  readonly keepersCount: number;
  /** Share of the keepers by solution, the largest first; they add up to 1. Empty without any. */
  readonly shares: readonly { readonly solution: string; readonly share: number }[];
}

/**
 * Every keeper counts once: its weight is spread evenly over its components, and a component's over the solutions it uses.
 * So a team with many components says no more than another, and one that uses two tools stands for a half of each.
 */
export function sharesByKeeper(uses: readonly KeptUse[]): Shares {
  const byKeeper = new Map<string, Map<string, Set<string>>>();
  for (const { solution, componentId, keeperIds } of uses) {
    for (const keeper of keeperIds) {
      const components = getOrAdd(byKeeper, keeper, () => new Map<string, Set<string>>());
      getOrAdd(components, componentId, () => new Set<string>()).add(solution);
    }
  }
  const weights = new Map<string, number>();
  for (const components of byKeeper.values()) {
    for (const solutions of components.values()) {
      const weight = 1 / byKeeper.size / components.size / solutions.size;
      for (const solution of solutions) {
        weights.set(solution, (weights.get(solution) ?? 0) + weight);
      }
    }
  }
  const shares = [...weights]
    .map(([solution, share]) => ({ solution, share: rounded(share) }))
    .sort((a, b) => b.share - a.share || (a.solution < b.solution ? -1 : 1));
  return { keepersCount: byKeeper.size, shares };
}

/** Teams known to own what uses something; persons are none. Sorted. */
export function ownersOf(uses: readonly { readonly ownerIds: readonly string[] }[]): string[] {
  return [...new Set(uses.flatMap(({ ownerIds }) => ownerIds))]
    .filter((id) => !isIndividual(id))
    .sort();
}

/** Effective number of solutions, exp(H) (Hill 1973, order 1); null with fewer keepers than asked for. */
export function effectiveNumber(
  { keepersCount, shares }: Shares,
  minimumKeepers: number,
): number | null {
  if (keepersCount < minimumKeepers || shares.length === 0) return null;
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
