import { featureIds, perFeature, type FeatureId } from "#insight/classification/feature.ts";
import {
  probabilitiesOf,
  weighedClasses,
  type FeatureValues,
  type WeighedClass,
  type Weights,
} from "#insight/classification/score.ts";

export interface Example {
  readonly values: FeatureValues;
  /** Either is right where there are two. */
  readonly classes: readonly WeighedClass[];
}

/** Strong: one example moves no weight far. */
const regularisation = 1;
const steps = 2_000;
const stepLength = 0.05;

type Table = Record<FeatureId, Record<WeighedClass, number>>;

/**
 * Multinomial logistic regression by gradient ascent: Σ log P(any right class) − λ/2 ‖weights − prior‖². The objective
 * is concave up to the examples with two right classes, the start is the prior and nothing is random: equal examples,
 * equal weights. Rounded to tenths, as they are published.
 */
export function fit(examples: readonly Example[], prior: Weights): Weights {
  const weights = copyOf(prior);
  for (let step = 0; step < steps; step++) {
    const gradient = gradientOf(examples, weights, prior);
    for (const id of featureIds) {
      for (const one of weighedClasses) weights[id][one] += stepLength * gradient[id][one];
    }
  }
  for (const id of featureIds) {
    for (const one of weighedClasses) weights[id][one] = Math.round(weights[id][one] * 10) / 10 + 0;
  }
  return weights;
}

function gradientOf(examples: readonly Example[], weights: Weights, prior: Weights): Table {
  const gradient = copyOf(prior);
  for (const id of featureIds) {
    for (const one of weighedClasses)
      gradient[id][one] = -regularisation * (weights[id][one] - prior[id][one]);
  }
  for (const { values, classes } of examples) {
    const probabilities = probabilitiesOf(values, weights);
    const right = classes.reduce((sum, one) => sum + probabilities[one], 0);
    for (const one of weighedClasses) {
      const wanted = classes.includes(one) ? probabilities[one] / right : 0;
      for (const id of featureIds) gradient[id][one] += values[id] * (wanted - probabilities[one]);
    }
  }
  return gradient;
}

function copyOf(weights: Weights): Table {
  return perFeature((id) => ({ ...weights[id] }));
}
