import type { CustomerKind } from "#vocabulary/structure.ts";
import type { Correction } from "#model/configuration.ts";
import type { Model, WeighedClass } from "./score.ts";
import { trainedModel } from "./weights.ts";

export interface ClassificationOptions {
  /** Published type (as written) → class: compared with the answer, never weighed. */
  readonly declaredClasses: ReadonlyMap<string, WeighedClass>;
  readonly corrections: readonly Correction[];
  /** By component: customers outside that were seen to use it, from what is fed in. */
  readonly outsiders: ReadonlyMap<string, ReadonlySet<CustomerKind>>;
  readonly model: Model;
  /** Below this probability the answer is unknown: see `utilityThreshold`. */
  readonly threshold: number;
}

/** Right is worth 1, unknown 0.3, wrong −1: from p − (1 − p) > 0.3 on, an answer is worth more than none. */
export const utilityThreshold = 0.65;

export const defaultClassificationOptions: ClassificationOptions = {
  declaredClasses: new Map(),
  corrections: [],
  outsiders: new Map(),
  model: trainedModel,
  threshold: utilityThreshold,
};
