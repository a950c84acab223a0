import type { Correction } from "#model/configuration.ts";
import { frozenWeights } from "./weights.ts";
import type { Weights, WeighedClass } from "./score.ts";

export interface ClassificationOptions {
  /** Published type (as written) → class: compared with the answer, never weighed. */
  readonly declaredClasses: ReadonlyMap<string, WeighedClass>;
  readonly corrections: readonly Correction[];
  readonly weights: Weights;
  /** Uncalibrated: below this probability the answer is unknown. */
  readonly threshold: number;
}

export const defaultClassificationOptions: ClassificationOptions = {
  declaredClasses: new Map(),
  corrections: [],
  weights: frozenWeights,
  threshold: 0.6,
};
