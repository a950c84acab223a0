import type { Feature, FeatureId } from "./feature.ts";
import { answersPrograms, offersSomething, versionedReleases } from "./offer-features.ts";
import {
  abandoned,
  deploymentState,
  documentationOrData,
  experimentOrPersonal,
  nothingRunsOrShips,
} from "./supporting-features.ts";
import {
  addressesCustomers,
  addressesDevelopers,
  endUserSurface,
  noEndUserSurface,
} from "./surface-features.ts";
import { consumers, usedByOthers, usesMuchUnusedItself } from "./use-features.ts";

export const features: Readonly<Record<FeatureId, Feature>> = {
  "used-by-others": usedByOthers,
  consumers,
  "offers-something": offersSomething,
  "answers-programs": answersPrograms,
  "addresses-developers": addressesDevelopers,
  "versioned-releases": versionedReleases,
  "no-end-user-surface": noEndUserSurface,
  "end-user-surface": endUserSurface,
  "uses-much-unused-itself": usesMuchUnusedItself,
  "addresses-customers": addressesCustomers,
  "documentation-or-data": documentationOrData,
  "deployment-state": deploymentState,
  "experiment-or-personal": experimentOrPersonal,
  abandoned,
  "nothing-runs-or-ships": nothingRunsOrShips,
};
