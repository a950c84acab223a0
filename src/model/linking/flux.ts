import type { LookupOf } from "./repository-view.ts";

/** Flux: a `HelmRepository` is meant wherever in the repository it stands, for it lives in the cluster. */
export const fluxLookup: LookupOf = (file, view) =>
  view.lookupIn([
    file,
    ...view.files.filter(
      ({ source, definitions }) =>
        source === "kubernetes-applications" && definitions !== undefined,
    ),
  ]);
