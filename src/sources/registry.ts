import { lockVersion } from "./locks/formats.ts";
import { deliveryManifestSources } from "./manifests/delivery.ts";
import { infrastructureManifestSources } from "./manifests/infrastructure.ts";
import { packageManifestSources } from "./manifests/packages.ts";
import { headSources, treeSources } from "./registry-head.ts";
import { unreadKinds } from "./unread/unread-kinds.ts";
import { sourceVersions, type SourceSet } from "./repository/source-set.ts";

const manifestSources = [
  ...packageManifestSources,
  ...infrastructureManifestSources,
  ...deliveryManifestSources,
];

/** Every source that reads repositories: adding one is a folder and a line in one of these lists. */
export const allSources: SourceSet = {
  files: [...manifestSources, ...headSources],
  trees: [...treeSources, unreadKinds(manifestSources)],
};

/** Stands in the key of cached evidence: changes whenever any source would read differently. */
export const allSourceVersions = sourceVersions(allSources, lockVersion);
