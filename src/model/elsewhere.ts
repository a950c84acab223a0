import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { jobOf } from "./capabilities.ts";
import { packageName, type BuiltComponent } from "./components.ts";
import type { ModelConfiguration } from "./configuration.ts";
import { mentionsIn } from "./consumptions.ts";
import { capabilityId } from "./identifiers.ts";
import type { Capability } from "./organisation.ts";

export interface OwnNamespaces {
  /** Owners on forges: `acme` of `github.com/acme/shop`; lower case. */
  readonly owners: ReadonlySet<string>;
  readonly prefixes: readonly string[];
}

/** The organisation's own names: configured, and the owner that most of its remotes share. */
export function ownNamespaces(
  repositories: readonly RepositoryEvidence[],
  configuration: ModelConfiguration,
): OwnNamespaces {
  const counts = new Map<string, number>();
  for (const { remote } of repositories) {
    const owner = remote?.split("/")[1]?.toLowerCase();
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const owners = new Set(configuration.ownNamespaces.map((name) => name.toLowerCase()));
  for (const [owner, count] of counts) if (count * 2 > repositories.length) owners.add(owner);
  return { owners, prefixes: configuration.ownPrefixes };
}

/** Does a package belong to the organisation by its namespace or configured prefix? */
export function isOwnPackage(purl: string, { owners, prefixes }: OwnNamespaces): boolean {
  const name = packageName(purl).toLowerCase();
  const parts = name.split("/");
  const isScoped =
    (/^pkg:(?:npm|githubactions|docker|gitlab|github|composer)\//.test(purl) &&
      parts.length > 1 &&
      owners.has((parts[0] ?? "").replace(/^@/, ""))) ||
    (/^pkg:(?:golang|terraform)\//.test(purl) &&
      parts.slice(0, -1).some((part) => owners.has(part)));
  return isScoped || prefixes.some((prefix) => name.startsWith(prefix.toLowerCase()));
}

/** Own packages in use whose repository is not among those read: capabilities without a provider. */
export function capabilitiesElsewhere(
  built: readonly BuiltComponent[],
  known: ReadonlyMap<string, string>,
  namespaces: OwnNamespaces,
  configuration: ModelConfiguration,
  asOf: number,
): { capabilities: Capability[]; byPurl: Map<string, string> } {
  const byName = new Map<string, Set<string>>();
  for (const one of built) {
    for (const { purl, dependency, spans } of mentionsIn(one, asOf)) {
      const isOwn = isOwnPackage(purl, namespaces) || isFromOwnForge(dependency.origin, namespaces);
      if (known.has(purl) || spans.length === 0 || dependency.localPath !== null || !isOwn)
        continue;
      const name = bundleName(purl);
      const set = byName.get(name) ?? new Set<string>();
      set.add(purl);
      byName.set(name, set);
    }
  }
  const byPurl = new Map<string, string>();
  const capabilities = [...byName].map(([name, purls]) => {
    const packages = [...purls].sort();
    const id = capabilityId(null, packages.length === 1 ? (packages[0] ?? name) : name);
    for (const purl of packages) byPurl.set(purl, id);
    return describe(id, name, packages, configuration);
  });
  return { capabilities, byPurl };
}

function isFromOwnForge(origin: string | null, { owners }: OwnNamespaces): boolean {
  const owner = /(?:github|gitlab|bitbucket)\.[a-z.]{2,20}[/:]([\w.-]{1,100})\//i.exec(
    origin ?? "",
  )?.[1];
  return owner !== undefined && owners.has(owner.toLowerCase());
}

/** Actions of one repository are one capability, as they are where the repository is read. */
function bundleName(purl: string): string {
  return packageName(purl).replace(/#.{0,500}$/, "");
}

function describe(
  id: string,
  name: string,
  packages: readonly string[],
  configuration: ModelConfiguration,
): Capability {
  const first = packages[0] ?? "";
  const isTooling = /^pkg:(?:githubactions|docker|gitlab|github|terraform|helm)\//.test(first);
  return {
    id,
    name,
    kind: isTooling ? "tooling" : "library",
    providerComponentId: null,
    ownerIds: [],
    packages,
    formerNames: [],
    description: null,
    releases: [],
    lifecycle: "unknown",
    serves: null,
    job: jobOf(configuration, [id, name, ...packages]),
    exports: null,
    evidence: [],
  };
}
