import { repositoryIndex } from "#evidence/repository-index.ts";
import { addressOfPurl } from "#evidence/repository-purl.ts";
import type { BuiltComponent } from "./components.ts";
import { jobOf, servedBy } from "./capabilities.ts";
import { packageName } from "./components.ts";
import type { ModelConfiguration } from "./configuration.ts";
import { mentionsIn } from "./consumptions.ts";
import { isOwnPackage, type OwnNamespaces } from "./own-namespaces.ts";
import { capabilityId } from "./identifiers.ts";
import { kindOfOffer } from "./offer-kinds.ts";
import { bundleName } from "./bundles.ts";
import { bundleTitle, thingName, thingTitle } from "./offer-names.ts";
import { isOthers } from "./offered.ts";
import type { Capability } from "./organisation.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";

interface Home {
  readonly provider: BuiltComponent;
  readonly name: string;
}

/**
 * Things taken from a repository that is read although no manifest of it declares them: files by checkout, a workflow since
 * removed, a module by its path, an image pushed from elsewhere. They are capabilities of that repository, or join one.
 */
export function strayCapabilities(
  built: readonly BuiltComponent[],
  {
    capabilities: offered,
    byPurl: known,
  }: {
    readonly capabilities: readonly Capability[];
    readonly byPurl: ReadonlyMap<string, string>;
  },
  namespaces: OwnNamespaces,
  { configuration, asOf }: { readonly configuration: ModelConfiguration; readonly asOf: number },
): { capabilities: Capability[]; byPurl: Map<string, string> } {
  const homes = homeIndex(built, namespaces);
  const packages = new Map<string, Set<string>>();
  const described = new Map(offered.map((one) => [one.id, one]));
  const byPurl = new Map<string, string>();
  for (const one of built) {
    for (const { purl, dependency, spans } of mentionsIn(one, asOf)) {
      if (known.has(purl) || spans.length === 0 || dependency.scope === "reverse-test") continue;
      const home = homes(purl);
      if (home === null) continue;
      const id = capabilityId(home.provider.component.id, home.name);
      if (!isOthers(home.provider.component, one.component)) {
        if (!byPurl.has(purl)) byPurl.set(purl, capabilityId(home.provider.component.id, purl));
        continue;
      }
      byPurl.set(purl, id);
      if (!described.has(id)) described.set(id, describe(id, home, purl, configuration));
      packages.set(id, (packages.get(id) ?? new Set<string>()).add(purl));
    }
  }
  const capabilities = [...described.values()].map((capability) => ({
    ...capability,
    packages: [...capability.packages, ...[...(packages.get(capability.id) ?? [])].sort()],
  }));
  return { capabilities, byPurl };
}

/** Repositories by address, and images of the organisation by the name of the component that they carry. */
function homeIndex(
  built: readonly BuiltComponent[],
  namespaces: OwnNamespaces,
): (purl: string) => Home | null {
  const roots = new Map<string, BuiltComponent>();
  const index = repositoryIndex([...new Set(built.map((one) => one.unit.repository))]);
  const images = new Map<string, BuiltComponent>();
  for (const one of built) {
    if (one.unit.folder === ".") roots.set(one.unit.repository.id, one);
    const name = one.component.name.toLowerCase();
    const hasImage = one.component.artefacts.some((artefact) => artefact.type === "dockerfile");
    if (hasImage && !images.has(name)) images.set(name, one);
  }
  return (purl) => {
    const name = packageName(purl).toLowerCase();
    const address = addressOfPurl(purl);
    const provider = purl.startsWith("pkg:docker/")
      ? isOwnPackage(purl, namespaces) && images.get(name.slice(name.lastIndexOf("/") + 1))
      : address && roots.get(index.find(address)?.repository.id ?? "");
    return provider ? { provider, name: nameOf(purl) } : null;
  };
}

/** Named as the same thing is where the repository declares it. */
function nameOf(purl: string): string {
  if (/^pkg:(?:github|bitbucket|generic)\//.test(purl) && !purl.includes("#")) return "files";
  return bundleName(purl) ?? thingName(purl) ?? "files";
}

function describe(
  id: string,
  { provider, name }: Home,
  purl: string,
  configuration: ModelConfiguration,
): Capability {
  const { component } = provider;
  const kind = kindOfOffer([{ purl, path: "" }], "tooling", component.surface);
  const given = titleOf(component.name, name, kind, purl);
  return {
    id,
    name: given,
    kind,
    providerComponentId: component.id,
    ownerIds: component.ownerIds,
    packages: [],
    formerNames: [],
    description: component.description,
    releases: [],
    lifecycle: component.lifecycle,
    serves: name === "files" ? null : servedBy([purl], undefined),
    job: jobOf(configuration, [id, given]),
    exports: null,
    evidence: component.evidence.slice(0, 1),
  };
}

function titleOf(provider: string, name: string, kind: CapabilityKind, purl: string): string {
  if (name === "files") return `${provider} ${kind === "contract" ? kind : name}`;
  return bundleName(purl) === null
    ? thingTitle(provider, name, purl, kind)
    : bundleTitle(provider, [purl]);
}
