import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { IsAbout } from "#model/documents-about.ts";
import type { Capability, Component } from "#model/organisation.ts";
import type { ReportCapability } from "../capabilities/schema.ts";

const mostDocuments = 12;

/** Documents in the folder of the component that provides the capability which are about it, README first. */
export function documentationOf(
  capability: Capability,
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
  isAbout: IsAbout,
): ReportCapability["documentation"] {
  const provider = components.find((one) => one.id === capability.providerComponentId);
  const repository = repositories.find((one) => one.id === provider?.repositoryId);
  if (provider === undefined || repository === undefined) return [];
  const prefix = provider.path === "." ? "" : `${provider.path}/`;
  return repository.headFiles
    .flatMap(({ path, document: facts }) =>
      facts !== null && path.startsWith(prefix) && isAbout({ path, facts }, capability)
        ? [{ path, title: facts.title }]
        : [],
    )
    .sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1))
    .slice(0, mostDocuments);
}

function rank(path: string): number {
  return (/readme/i.test(path) ? 0 : 10) + path.split("/").length;
}
