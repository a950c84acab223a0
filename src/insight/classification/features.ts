import type { Feature, FeatureId } from "./feature.ts";
import {
  answersPrograms,
  offersSomething,
  runsByItself,
  versionedReleases,
} from "./offer-features.ts";
import {
  addressesCustomers,
  addressesDevelopers,
  endUserSurface,
  noEndUserSurface,
  reachesPeople,
} from "./surface-features.ts";
import { consumers, usedByOthers, usesMuchUnusedItself } from "./use-features.ts";

export const features: Readonly<Record<FeatureId, Feature>> = {
  "end-user-surface": endUserSurface,
  "no-end-user-surface": noEndUserSurface,
  "reaches-people": reachesPeople,
  "runs-by-itself": runsByItself,
  "addresses-customers": addressesCustomers,
  "uses-much-unused-itself": usesMuchUnusedItself,
  "used-by-others": usedByOthers,
  consumers,
  "offers-something": offersSomething,
  "answers-programs": answersPrograms,
  "addresses-developers": addressesDevelopers,
  "versioned-releases": versionedReleases,
};
