import { featureIds, type FeatureId } from "./feature.ts";

/** The classes that are weighed; unknown is the answer where none of them is likely enough. */
export const weighedClasses = ["product", "platform", "supporting"] as const;
export type WeighedClass = (typeof weighedClasses)[number];

/** Log-odds that a sign, fully there, adds to each class. */
export type Weights = Readonly<Record<FeatureId, Readonly<Record<WeighedClass, number>>>>;
/** 0 to 1 for every sign. */
export type FeatureValues = Readonly<Record<FeatureId, number>>;
export type Probabilities = Readonly<Record<WeighedClass, number>>;

/** Softmax over the classes of the sums of value × weight. No class is likelier before anything was seen. */
export function probabilitiesOf(values: FeatureValues, weights: Weights): Probabilities {
  const scores = weighedClasses.map((one) =>
    featureIds.reduce((sum, id) => sum + values[id] * weights[id][one], 0),
  );
  const highest = Math.max(...scores);
  const [product = 0, platform = 0, supporting = 0] = scores.map((score) =>
    Math.exp(score - highest),
  );
  const total = product + platform + supporting;
  return {
    product: product / total,
    platform: platform / total,
    supporting: supporting / total,
  };
}

/** Likeliest first; equal ones in the order of the classes. */
export function ranked(probabilities: Probabilities): readonly WeighedClass[] {
  return weighedClasses.toSorted((a, b) => probabilities[b] - probabilities[a]);
}
