import { featureIds, perFeature, type FeatureId } from "#insight/classification/feature.ts";
import type { FeatureValues, Weights } from "#insight/classification/score.ts";

/** What is learnt from: 1 is a product, 0 a platform. `weight` makes every organisation count the same. */
export interface Example {
  readonly organisation: string;
  readonly values: FeatureValues;
  readonly isProduct: boolean;
}

const steps = 3_000;

/**
 * Binary logistic regression by projected gradient descent: the mean over organisations of the mean log loss inside each,
 * + λ/2 · ‖w − prior‖². A weight keeps the sign that the prior gives it. Convex, no randomness: equal examples, equal weights.
 */
export function fit(examples: readonly Example[], prior: Weights, penalty: number): Weights {
  const shares = sharesOf(examples);
  const weights = perFeature((id) => prior[id]);
  // The loss is at most (features ÷ 4)-smooth, since every value is at most 1 and the shares add up to 1.
  const stepLength = 1 / (featureIds.length / 4 + penalty);
  for (let step = 0; step < steps; step++) {
    const gradient = perFeature((id) => penalty * (weights[id] - prior[id]));
    examples.forEach(({ values, isProduct }, index) => {
      const error = sigmoid(sumOf(values, weights)) - (isProduct ? 1 : 0);
      for (const id of featureIds) gradient[id] += (shares[index] ?? 0) * error * values[id];
    });
    for (const id of featureIds)
      weights[id] = withSignOf(prior[id], weights[id] - stepLength * gradient[id]);
  }
  return weights;
}

/** Every organisation's share is the same, however many of it are labelled; together 1. */
export function sharesOf(examples: readonly { readonly organisation: string }[]): number[] {
  const counts = new Map<string, number>();
  for (const { organisation } of examples)
    counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  return examples.map(({ organisation }) => 1 / (counts.size * (counts.get(organisation) ?? 1)));
}

/** Penalties that are tried, weakest first. */
export const penalties = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] as const;

/** Log-odds of an example that were computed without its organisation. */
export interface LeftOut extends Example {
  readonly logOdds: number;
}

/** Each organisation by weights of all the others. */
export function leaveOut(
  examples: readonly Example[],
  prior: Weights,
  penalty: number | "prior",
): LeftOut[] {
  const organisations = [...new Set(examples.map(({ organisation }) => organisation))].sort();
  return organisations.flatMap((organisation) => {
    const others = examples.filter((one) => one.organisation !== organisation);
    const weights = penalty === "prior" ? prior : fit(others, prior, penalty);
    return examples
      .filter((one) => one.organisation === organisation)
      .map((one) => ({ ...one, logOdds: sumOf(one.values, weights) }));
  });
}

/**
 * The strongest penalty whose left-out loss is within one standard error of the least, the error that of the differences by
 * organisation (after Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §7.10).
 */
export function choosePenalty(examples: readonly Example[], prior: Weights): number {
  const tried = penalties.map((penalty) => ({
    penalty,
    ...lossByOrganisation(leaveOut(examples, prior, penalty), 1),
  }));
  const least = tried.reduce((best, one) => (one.mean < best.mean ? one : best));
  const isCloseEnough = ({ byOrganisation }: Loss): boolean => {
    const differences = [...byOrganisation].map(
      ([organisation, loss]) => loss - (least.byOrganisation.get(organisation) ?? loss),
    );
    const { mean, standardError } = meanAndError(differences);
    return mean <= standardError;
  };
  return tried.findLast(isCloseEnough)?.penalty ?? least.penalty;
}

const temperatures = Array.from({ length: 47 }, (_, index) => 1.05 ** index);

/**
 * The temperature under which left-out log-odds lose least, from 1 to about 9.4: a hundred labels that are all right do not
 * make an answer surer than its signs.
 */
export function temperatureOf(leftOut: readonly LeftOut[]): number {
  return temperatures.reduce((best, one) =>
    lossByOrganisation(leftOut, one).mean < lossByOrganisation(leftOut, best).mean ? one : best,
  );
}

export interface Loss {
  /** Mean over organisations of the mean log loss inside each; nats. */
  readonly mean: number;
  readonly standardError: number;
  readonly byOrganisation: ReadonlyMap<string, number>;
}

export function lossByOrganisation(leftOut: readonly LeftOut[], temperature: number): Loss {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { organisation, logOdds, isProduct } of leftOut) {
    const odds = (isProduct ? logOdds : -logOdds) / temperature;
    const one = sums.get(organisation) ?? { sum: 0, count: 0 };
    sums.set(organisation, { sum: one.sum + Math.log1p(Math.exp(-odds)), count: one.count + 1 });
  }
  const byOrganisation = new Map(
    [...sums].map(([organisation, { sum, count }]) => [organisation, sum / count]),
  );
  const means = [...byOrganisation.values()];
  return { ...meanAndError(means), byOrganisation };
}

/** Mean, and its standard error from the sample's deviation (n − 1). */
export function meanAndError(values: readonly number[]): {
  readonly mean: number;
  readonly standardError: number;
} {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count) };
}

function sumOf(values: FeatureValues, weights: Weights): number {
  return featureIds.reduce((sum, id) => sum + values[id] * weights[id], 0);
}

function withSignOf(prior: number, weight: number): number {
  return prior >= 0 ? Math.max(0, weight) : Math.min(0, weight);
}

function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** As it is published: to hundredths. */
export function published(weights: Weights): Record<FeatureId, number> {
  return perFeature((id) => Math.round(weights[id] * 100) / 100 + 0);
}
