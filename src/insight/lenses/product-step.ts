import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { productStepKinds, type ProductStepKind } from "#vocabulary/proposals.ts";

/** One thing that a product could do next, with why. */
export interface ProductStep {
  readonly kind: ProductStepKind;
  /** In the imperative: what to do. */
  readonly title: string;
  /** Capabilities and components that it is about. */
  readonly subjectIds: readonly string[];
  /** How much there is to gain, from 0 to 1, by the kind's own measure (docs/insights/lenses.md; uncalibrated). */
  readonly strength: number;
  readonly reasons: readonly string[];
  readonly evidence: readonly EvidenceRef[];
}

const mostEvidence = 12;

export function productStep(given: ProductStep): ProductStep {
  return {
    ...given,
    strength: Math.min(1, Math.max(0, given.strength)),
    evidence: given.evidence.slice(0, mostEvidence),
  };
}

/** The product's own outcomes and requests first, then what the platform imposes, owes and offers; within a kind the strongest. */
export function rankedSteps(steps: readonly ProductStep[], most: number): ProductStep[] {
  const order = (one: ProductStep): number => productStepKinds.indexOf(one.kind);
  return steps
    .filter((one) => one.strength > 0)
    .sort((a, b) => order(a) - order(b) || b.strength - a.strength || (a.title < b.title ? -1 : 1))
    .slice(0, most);
}
