import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import {
  isSharedHost,
  keptAddress,
  ownerOf,
  parseRepositoryAddress,
} from "#evidence/repository-address.ts";
import { addressOfPurl } from "#evidence/repository-purl.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { jobOf } from "./capabilities.ts";
import { bareName } from "./bare-name.ts";
import { packageName, type BuiltComponent } from "./components.ts";
import type { ModelConfiguration } from "./configuration.ts";
import { mentionsIn } from "./consumptions.ts";
import { capabilityId } from "./identifiers.ts";
import { kindOfOffer } from "./offer-kinds.ts";
import { bundleName } from "./bundles.ts";
import type { Capability, Consumption } from "./organisation.ts";
import type { RepositoryAddress } from "#evidence/address-parts.ts";

export interface OwnNamespaces {
  /** Owners on forges: `acme` of `github.com/acme/shop`; lower case. */
  readonly owners: ReadonlySet<string>;
  /** Git hosts of its own: everything there belongs to it; lower case. */
  readonly hosts: ReadonlySet<string>;
  /** Scopes and groups of registries: `@acme`, `com.acme`; lower case. */
  readonly scopes: ReadonlySet<string>;
  readonly prefixes: readonly string[];
}

/** Uncalibrated: one package under somebody else's scope is a fork, several are one's own. */
const packagesOfOwnScope = 2;

/** The organisation's own names: configured, the owner that most of its remotes share, the scopes it publishes under. */
export function ownNamespaces(
  repositories: readonly RepositoryEvidence[],
  published: Iterable<string>,
  configuration: ModelConfiguration,
): OwnNamespaces {
  const addresses = repositories.flatMap(({ remote }) =>
    remote === null ? [] : [keptAddress(remote)],
  );
  const most = (names: readonly (string | null)[]): string[] => {
    const counts = new Map<string, number>();
    for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].flatMap(([name, count]) => (count * 2 > repositories.length ? [name] : []));
  };
  const owners = new Set([
    ...configuration.ownNamespaces.map((name) => name.toLowerCase()),
    ...most(addresses.map(ownerOf)),
  ]);
  const hosts = new Set(
    most(addresses.map(({ host }) => host)).filter((host) => !isSharedHost(host)),
  );
  const scopes = ownScopes(published, owners);
  return { owners, hosts, scopes, prefixes: configuration.ownPrefixes };
}

function ownScopes(published: Iterable<string>, owners: ReadonlySet<string>): Set<string> {
  const counts = new Map<string, number>();
  for (const purl of published) {
    const scope = scopeOf(purl);
    if (scope !== null) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  }
  const plain = (name: string): string => name.replace(/[^a-z0-9]/g, "");
  const names = new Set([...owners].map(plain));
  const isNamedAfterOwner = (scope: string): boolean =>
    scope.split(/[/.]/).some((part) => names.has(plain(part)));
  const own = [...counts].filter(
    ([scope, count]) =>
      // Who writes sinks for somebody else's logger begins their names with that logger's: only its own name is its own there.
      (count >= packagesOfOwnScope && !scope.startsWith("nuget/")) || isNamedAfterOwner(scope),
  );
  return new Set(own.map(([scope]) => scope));
}

/** `npm/@acme`, `composer/acme`, `maven/com.acme`, `nuget/acme` of Acme.Oven; null for packages without one. */
function scopeOf(purl: string): string | null {
  const type = /^pkg:(npm|composer|maven|nuget)\//.exec(purl)?.[1];
  const [scope, ...rest] = packageName(purl)
    .toLowerCase()
    .split(type === "nuget" ? "." : "/");
  return type === undefined || scope === undefined || rest.length === 0 ? null : `${type}/${scope}`;
}

/** Does a package belong to the organisation by its namespace or configured prefix? */
export function isOwnPackage(purl: string, namespaces: OwnNamespaces): boolean {
  const { owners, hosts, scopes, prefixes } = namespaces;
  const name = packageName(purl).toLowerCase();
  const parts = name.split("/");
  const isScoped =
    (/^pkg:(?:(?:npm|githubactions|docker|gitlab|github|composer)\/|generic\/[^?#]{1,300}\?type=)/.test(
      purl,
    ) &&
      parts.length > 1 &&
      owners.has((parts[0] ?? "").replace(/^@/, ""))) ||
    (/^pkg:(?:golang|terraform)\//.test(purl) &&
      parts.slice(0, -1).some((part) => owners.has(part) || hosts.has(part)));
  const address = purl.startsWith("pkg:generic/") ? addressOfPurl(purl) : null;
  if (address !== null && isOwnAddress(address, namespaces)) return true;
  if (isScoped || scopes.has(scopeOf(purl) ?? "") || isInOwnRegistry(purl, owners)) return true;
  return prefixes.some((prefix) => name.startsWith(prefix.toLowerCase()));
}

/** `docker.acme.example`: a registry called after the organisation. */
function isInOwnRegistry(purl: string, owners: ReadonlySet<string>): boolean {
  if (!purl.startsWith("pkg:docker/")) return false;
  const host = /[?&]repository_url=([^&#/%]{1,200})/.exec(purl)?.[1]?.toLowerCase();
  return host !== undefined && host.split(/[.:]/).some((label) => owners.has(label));
}

/** Own packages in use whose repository is not among those read: capabilities without a provider. */
export function capabilitiesElsewhere(
  built: readonly BuiltComponent[],
  known: ReadonlyMap<string, string>,
  namespaces: OwnNamespaces,
  { configuration, asOf }: { readonly configuration: ModelConfiguration; readonly asOf: number },
): { capabilities: Capability[]; byPurl: Map<string, string> } {
  const byName = new Map<string, Set<string>>();
  for (const [purl, place] of ownPackagesInUse(built, known, namespaces, asOf)) {
    const name = place ?? thingOf(purl);
    byName.set(name, (byName.get(name) ?? new Set<string>()).add(purl));
  }
  const byPurl = new Map<string, string>();
  const capabilities = [...byName.values()].map((purls) => {
    const packages = [...purls].sort();
    const published = packages.filter((purl) => !isOfPlace.test(purl));
    const scoped = published.find((purl) => purl.startsWith("pkg:npm/"));
    const name = nameOf(scoped ?? published[0] ?? packages[0] ?? "");
    const id = capabilityId(null, packages.length === 1 ? (packages[0] ?? name) : name);
    for (const purl of packages) byPurl.set(purl, id);
    return describeElsewhere(id, name, packages, configuration);
  });
  return { capabilities, byPurl };
}

/**
 * By name, or because most of the components that use a package take it from the organisation's own forge: where one of many
 * does, that is a fork of somebody else's package, unless its name has the owner's in it. What is only ever tested, not used, is
 * left out.
 */
function ownPackagesInUse(
  built: readonly BuiltComponent[],
  known: ReadonlyMap<string, string>,
  namespaces: OwnNamespaces,
  asOf: number,
): [purl: string, place: string | null][] {
  const users = new Map<string, { all: Set<string>; fromOwnForge: Set<string> }>();
  const places = new Map<string, string>();
  for (const one of built) {
    for (const { purl, dependency, spans } of mentionsIn(one, asOf)) {
      const { scope, localPath, origin } = dependency;
      if (known.has(purl) || spans.length === 0 || localPath !== null || scope === "reverse-test")
        continue;
      const found = users.get(purl) ?? { all: new Set(), fromOwnForge: new Set() };
      users.set(purl, found);
      found.all.add(one.component.id);
      const place = placeOnOwnForge(origin, namespaces);
      if (place === null) continue;
      found.fromOwnForge.add(one.component.id);
      if (bareName(purl)?.name === lastWord(place)) places.set(purl, place);
    }
  }
  return [...users].flatMap(([purl, { all, fromOwnForge }]): [string, string | null][] =>
    isOwnPackage(purl, namespaces) ||
    fromOwnForge.size * 2 > all.size ||
    (fromOwnForge.size > 0 && hasOwnersWord(purl, namespaces))
      ? [[purl, places.get(purl) ?? null]]
      : [],
  );
}

/** `acme-oven` of acme. */
function hasOwnersWord(purl: string, { owners }: OwnNamespaces): boolean {
  return (bareName(purl)?.name ?? "").split("-").some((word) => owners.has(word));
}

function lastWord(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/[-_.]{1,10}/g, "-");
}

/** `acme/oven` of an address on a forge of the organisation's own; null for any other. */
function placeOnOwnForge(origin: string | null, namespaces: OwnNamespaces): string | null {
  const address = origin === null ? null : parseRepositoryAddress(origin);
  return address !== null && isOwnAddress(address, namespaces) ? address.path.toLowerCase() : null;
}

function isOwnAddress(address: RepositoryAddress, { owners, hosts }: OwnNamespaces): boolean {
  const owner = ownerOf(address);
  return hosts.has(address.host) || (owner !== null && owners.has(owner));
}

/** Named by where they lie, not by a registry of packages. */
const isOfPlace = /^pkg:(?:github|gitlab|bitbucket|generic|docker|githubactions)\//;

/** `@acme/oven` of npm, the image `acme/oven`, the Go module of acme/oven and what lies there are one thing in several forms. */
function thingOf(purl: string): string {
  const name = nameOf(purl).replace(/^@/, "");
  if (!purl.startsWith("pkg:golang/")) return name;
  return /^(?:github\.com|gitlab\.com|bitbucket\.org)\/([^/]+\/[^/]+)$/.exec(name)?.[1] ?? name;
}

/** Actions of one repository are one capability, as they are where the repository is read; so are the majors of a Go module. */
function nameOf(purl: string): string {
  const name = packageName(purl);
  if (purl.startsWith("pkg:golang/")) return name.replace(/\/v\d{1,4}$/, "");
  return bundleName(purl) === null ? name : name.replace(/#.{0,500}$/, "");
}

/** A capability whose provider is not among what was read. */
export function describeElsewhere(
  id: string,
  name: string,
  packages: readonly string[],
  configuration: ModelConfiguration,
): Capability {
  return {
    id,
    name,
    kind: kindOfOffer(
      packages.map((purl) => ({ purl, path: "" })),
      "library",
      [],
    ),
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

/** What nobody who was read provides is known by its uses alone: it opens into the first fact of each of the first five. */
export function shownByUses(
  capabilities: readonly Capability[],
  consumptions: readonly Consumption[],
): Capability[] {
  const bare = new Set(
    capabilities.filter(({ evidence }) => evidence.length === 0).map(({ id }) => id),
  );
  const facts = new Map<string, EvidenceRef[]>();
  for (const { capabilityId: id, evidence } of consumptions) {
    const own = facts.get(id) ?? [];
    const [first] = evidence;
    if (first !== undefined && bare.has(id) && own.length < mostUsesShown)
      facts.set(id, [...own, first]);
  }
  return capabilities.map((one) => ({ ...one, evidence: facts.get(one.id) ?? one.evidence }));
}

const mostUsesShown = 5;
