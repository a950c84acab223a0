import { countChances, facetPrior, odds } from "./common-factor.ts";
import { facetChance } from "./facet-chance.ts";
import { tau, type Witness } from "./witness.ts";

/** Facets of one signal are alike: they share a factor of this size on their priors. */
export const facetRho = 0.5;

export interface FacetWitnesses {
  readonly id: string;
  readonly witnesses: readonly Witness[];
}

export interface SignalWitnesses {
  readonly id: string;
  readonly facets: readonly FacetWitnesses[];
  /** A signal that is an *and* of its facets with one thing more: the chance of that. Null: it is an *or* of facets alone. */
  readonly condition: number | null;
}

export interface JudgedFacet {
  readonly id: string;
  readonly prior: number;
  readonly logRatio: number;
  readonly mass: number;
  /** logit q = logit π_f + L, before the other facets are looked at. */
  readonly chance: number;
}

export interface JudgedSignal {
  readonly id: string;
  readonly prior: number;
  readonly chance: number;
  readonly facets: readonly JudgedFacet[];
}

const conditionPrior = 0.5;

/** Chance that any facet holds, under the factor they share; times that of its condition, where it has one. */
export function signalChance(
  { id, facets, condition }: SignalWitnesses,
  prior: number,
  of = tau,
): JudgedSignal {
  const each = priorOf(facets.length, prior);
  const judged = facets.map((facet): JudgedFacet => {
    const { logRatio, mass } = facetChance(facet.witnesses, of);
    return { id: facet.id, prior: each, logRatio, mass, chance: chanceAfter(each, logRatio) };
  });
  return withFacets(id, judged, prior, condition);
}

/** The signal of facets that were judged already. */
export function withFacets(
  id: string,
  facets: readonly JudgedFacet[],
  prior: number,
  condition: number | null,
): JudgedSignal {
  const [none = 1] = countChances(
    facets.map((one) => ({ prior: one.prior, ratio: Math.exp(one.logRatio) })),
    facetRho,
  );
  return {
    id,
    prior: condition === null ? prior : prior * conditionPrior,
    chance: (1 - none) * (condition ?? 1),
    facets,
  };
}

export function chanceAfter(prior: number, logRatio: number): number {
  const after = odds(prior) * Math.exp(logRatio);
  return after / (1 + after);
}

const known = new Map<string, number>();

function priorOf(facets: number, whole: number): number {
  const key = `${String(facets)} ${String(whole)}`;
  const kept = known.get(key) ?? facetPrior(facets, whole, facetRho);
  known.set(key, kept);
  return kept;
}
