import { evidenceOf, tau, weightOf, type Witness } from "./witness.ts";

export interface FacetChance {
  /** Discounted sum of the evidence: the log of what multiplies the odds. */
  readonly logRatio: number;
  /** min(1, Σ w): how much was looked at. */
  readonly mass: number;
}

interface Spoken {
  readonly weight: number;
  readonly evidence: number;
}

/**
 * What the witnesses of one facet say together: L = Σ wᵢrᵢ ÷ (1 + ½(Σw ÷ max w − 1)), over those that speak for it and
 * over those that speak against it apart. Where they agree that is one sum; a formula over both would fall as a witness
 * turns from a little against to a little for (decision 9): a witness that weakens its own side is left out of it.
 */
export function facetChance(witnesses: readonly Witness[], of = tau): FacetChance {
  const spoken = witnesses
    .map((one): Spoken => ({ weight: weightOf(one), evidence: evidenceOf(one, of) }))
    .filter(({ weight }) => weight > 0);
  const speaksFor = spoken.filter(({ evidence }) => evidence > 0);
  const against = spoken.filter(({ evidence }) => evidence < 0);
  const mass = spoken.reduce((sum, { weight }) => sum + weight, 0);
  return { logRatio: strongest(speaksFor) - strongest(against), mass: Math.min(1, mass) };
}

/** The largest size of L over the subsets of witnesses that agree in direction. */
function strongest(agreeing: readonly Spoken[]): number {
  let best = 0;
  for (let subset = 1; subset < 1 << agreeing.length; subset += 1) {
    let evidence = 0;
    let weights = 0;
    let largest = 0;
    for (const [index, one] of agreeing.entries()) {
      if ((subset & (1 << index)) === 0) continue;
      evidence += one.weight * Math.abs(one.evidence);
      weights += one.weight;
      largest = Math.max(largest, one.weight);
    }
    best = Math.max(best, evidence / (1 + 0.5 * (weights / largest - 1)));
  }
  return best;
}
