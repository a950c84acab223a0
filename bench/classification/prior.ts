import { perFeature } from "#insight/classification/feature.ts";
import type { Weights } from "#insight/classification/score.ts";

/**
 * What the definitions of the classes say before any organisation is looked at: 1 for a sign of the class, 2 for the
 * strongest sign of it, −1 for a sign against. The fit moves away from here only as far as the labels pull.
 */
export const prior: Weights = {
  "used-by-others": { product: 0, platform: 2, supporting: -1 },
  consumers: { product: 0, platform: 1, supporting: 0 },
  "offers-something": { product: -1, platform: 1, supporting: 0 },
  "answers-programs": { product: -1, platform: 1, supporting: 0 },
  "addresses-developers": { product: 0, platform: 1, supporting: 0 },
  "versioned-releases": { product: 0, platform: 1, supporting: 0 },
  "no-end-user-surface": { product: -1, platform: 0, supporting: 0 },
  "end-user-surface": { product: 2, platform: 0, supporting: -1 },
  "uses-much-unused-itself": { product: 1, platform: -1, supporting: 0 },
  "addresses-customers": { product: 1, platform: 0, supporting: 0 },
  "documentation-or-data": { product: -1, platform: 0, supporting: 2 },
  "deployment-state": { product: -1, platform: 0, supporting: 1 },
  "experiment-or-personal": { product: -1, platform: -1, supporting: 2 },
  abandoned: { product: 0, platform: -1, supporting: 1 },
  "nothing-runs-or-ships": { product: -1, platform: -1, supporting: 2 },
};

/** No definitions at all: shows what the labels alone would teach. */
export const nothing: Weights = perFeature(() => ({ product: 0, platform: 0, supporting: 0 }));
