import type { Weights } from "./score.ts";

/** Where the weights come from; shown with every answer's explanation in docs/insights/classification.md. */
export const weightsOrigin = {
  frozenOn: "2026-11-23",
  fittedOn:
    "29 labelled repositories of 9 owners of one public organisation, all catalogues hidden",
  method: "multinomial logistic regression towards the definitions (λ = 1), rounded to tenths",
} as const;

/** Log-odds for each class of a sign that is fully there. Frozen: changing one needs a new measurement and a new date. */
export const frozenWeights: Weights = {
  "used-by-others": { product: 0.1, platform: 2, supporting: -1.1 },
  consumers: { product: 0, platform: 1, supporting: 0 },
  "offers-something": { product: -1, platform: 1.1, supporting: 0 },
  "answers-programs": { product: -1, platform: 1, supporting: 0 },
  "addresses-developers": { product: 0, platform: 1, supporting: 0 },
  "versioned-releases": { product: 0, platform: 1.1, supporting: 0 },
  "no-end-user-surface": { product: -1.1, platform: 0.1, supporting: 0 },
  "end-user-surface": { product: 2.4, platform: -0.3, supporting: -1.1 },
  "uses-much-unused-itself": { product: 1.1, platform: -1.1, supporting: 0 },
  "addresses-customers": { product: 1.2, platform: -0.1, supporting: 0 },
  "documentation-or-data": { product: -1, platform: 0, supporting: 2 },
  "deployment-state": { product: -1, platform: 0, supporting: 1 },
  "experiment-or-personal": { product: -1, platform: -1, supporting: 2 },
  abandoned: { product: 0, platform: -1, supporting: 1 },
  "nothing-runs-or-ships": { product: -1, platform: -1, supporting: 2 },
};
