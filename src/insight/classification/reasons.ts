import { featureIds, type FeatureId, type Observation } from "./feature.ts";
import type { Reason } from "./result.ts";
import type { WeighedClass, Weights } from "./score.ts";

/** Weaker reasons than this are not worth a line. */
const leastWeight = 0.05;

/**
 * What each sign adds to the log-odds of `answered` against `other`, strongest first. Together they are the logarithm of
 * the ratio of the two probabilities, but for the reasons too weak to be told.
 */
export function reasonsOf(
  observations: Readonly<Record<FeatureId, Observation>>,
  weights: Weights,
  answered: WeighedClass,
  other: WeighedClass,
): { readonly reasonsFor: readonly Reason[]; readonly reasonsAgainst: readonly Reason[] } {
  const reasons = featureIds.map((id): Reason => {
    const { value, text, evidence } = observations[id];
    return { text, weight: value * (weights[id][answered] - weights[id][other]), evidence };
  });
  const told = reasons
    .filter(({ weight }) => Math.abs(weight) >= leastWeight)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    reasonsFor: told.filter(({ weight }) => weight > 0),
    reasonsAgainst: told.filter(({ weight }) => weight < 0),
  };
}
