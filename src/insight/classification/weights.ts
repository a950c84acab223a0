import type { Model } from "./score.ts";

/** Written by `npm run bench -- classification --write`; how it was trained and measured: docs/insights/classification.md. */
export const trainedModel: Model = {
  weights: {
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
  },
  temperature: 1.16,
};
