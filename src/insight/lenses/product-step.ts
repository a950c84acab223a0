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

/** The product's own outcomes, requests and findings first, then what the platform imposes, owes and offers; within a kind the strongest. */
export function rankedSteps(steps: readonly ProductStep[], most: number): ProductStep[] {
  return steps
    .filter((one) => one.strength > 0)
    .sort((a, b) => compareSteps(a, b) || (a.title < b.title ? -1 : 1))
    .slice(0, most);
}

/** Products by their first step, as steps of one product are: those with something of their own to mend before the rest. */
export function rankedProducts<Product extends { readonly items: readonly ProductStep[] }>(
  products: readonly Product[],
): Product[] {
  return products
    .flatMap((one) => {
      const [first] = one.items;
      return first === undefined ? [] : [{ one, first }];
    })
    .sort((a, b) => compareSteps(a.first, b.first))
    .map(({ one }) => one);
}

function compareSteps(a: ProductStep, b: ProductStep): number {
  const order = (one: ProductStep): number => productStepKinds.indexOf(one.kind);
  return order(a) - order(b) || b.strength - a.strength;
}
