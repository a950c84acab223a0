import type { Weights } from "#insight/classification/score.ts";

/**
 * What the definitions of the classes say before any organisation is looked at: 1 for a sign of a product, 2 for the
 * strongest, negative for signs of a platform. Training moves away from here only as far as the labels pull.
 */
export const prior: Weights = {
  "end-user-surface": 2,
  "no-end-user-surface": -1,
  "reaches-people": 1,
  "runs-by-itself": 1,
  "addresses-customers": 1,
  "uses-much-unused-itself": 2,
  "used-by-others": -2,
  consumers: -1,
  "offers-something": -2,
  "answers-programs": -2,
  "addresses-developers": -1,
  "versioned-releases": -1,
};
