/** One indicator as a witness of a facet, in the terms of the rule: docs/insights/signals.md. */
export interface Witness {
  /** 0 at its 0-point, 1 at its 1-point, held to [−¼, 1¼]. */
  readonly score: number;
  /** Standard error of the score. */
  readonly sigma: number;
  /** How far it is believed where it speaks for the facet, and where it speaks against: λ⁺ and λ⁻. */
  readonly reliabilityFor: number;
  readonly reliabilityAgainst: number;
  /** Share of the organisation that it reaches. */
  readonly coverage: number;
}

/** Spread of scores about 0 where a facet does not hold and about 1 where it does: measured by `npm run bench -- planted-truth`. */
export const tau = 0.3;
/** What the simulation leaves open: the verdict is computed at both ends as well. */
export const tauRange = { low: 0.2, high: 0.45 } as const;

/** Log-likelihood ratio of N(1, τ² + σ²) against N(0, τ² + σ²) at the score: κ(s − ½) ÷ (1 + κσ²), κ = 1 ÷ τ². */
export function evidenceOf({ score, sigma }: Pick<Witness, "score" | "sigma">, of = tau): number {
  const kappa = 1 / (of * of);
  return (kappa * (score - 0.5)) / (1 + kappa * sigma * sigma);
}

/** λ·c of the direction in which it speaks. */
export function weightOf(witness: Witness): number {
  const { score, reliabilityFor, reliabilityAgainst, coverage } = witness;
  return (score >= 0.5 ? reliabilityFor : reliabilityAgainst) * coverage;
}

const least = -0.25;
const most = 1.25;

/** Linear from 0 at the zero-point to 1 at the one-point, whichever is the larger; held a quarter beyond either. */
export function heldScore(value: number, zeroPoint: number, onePoint: number): number {
  if (zeroPoint === onePoint) return value >= onePoint ? 1 : 0;
  return Math.min(most, Math.max(least, (value - zeroPoint) / (onePoint - zeroPoint)));
}

/** No sample of so few clusters is surer than this: σ ≥ ½ ÷ √(clusters + 3). */
export function leastSigma(clusters: number): number {
  return 0.5 / Math.sqrt(clusters + 3);
}
