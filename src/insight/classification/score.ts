import { featureIds, type FeatureId } from "./feature.ts";

/** The classes that are weighed; unknown is the answer where none of them is likely enough. */
export const weighedClasses = ["product", "platform", "supporting"] as const;
export type WeighedClass = (typeof weighedClasses)[number];

/** Log-odds that a sign, fully there, adds for product (positive) against platform (negative). */
export type Weights = Readonly<Record<FeatureId, number>>;
/** 0 to 1 for every sign. */
export type FeatureValues = Readonly<Record<FeatureId, number>>;
export type Probabilities = Readonly<Record<WeighedClass, number>>;

/** Weights, and the temperature that makes their log-odds as sure as they turned out to be right. */
export interface Model {
  readonly weights: Weights;
  readonly temperature: number;
}

/** No rule applies, and still it may be supporting: the share among what no rule decides (uncalibrated). */
const leastSupporting = 0.03;

/** Log-odds of product against platform: Σ value × weight ÷ temperature. There is no constant. */
export function logOddsOf(values: FeatureValues, { weights, temperature }: Model): number {
  return featureIds.reduce((sum, id) => sum + values[id] * weights[id], 0) / temperature;
}

/** `supporting` is what the strongest rule says, 0 where none applies; the rest is shared by the log-odds. */
export function probabilitiesOf(logOdds: number, supporting: number): Probabilities {
  const product = 1 / (1 + Math.exp(-logOdds));
  const share = Math.max(leastSupporting, supporting);
  return {
    product: (1 - share) * product,
    platform: (1 - share) * (1 - product),
    supporting: share,
  };
}

/** Likeliest first; equal ones in the order of the classes. */
export function ranked(probabilities: Probabilities): readonly WeighedClass[] {
  return weighedClasses.toSorted((a, b) => probabilities[b] - probabilities[a]);
}
