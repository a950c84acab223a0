import {
  isSharedHost,
  keptAddress,
  ownerOf,
  parseRepositoryAddress,
} from "#evidence/repository-address.ts";
import { addressOfPurl } from "#evidence/repository-purl.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { RepositoryAddress } from "#evidence/address-parts.ts";
import { bareName } from "./bare-name.ts";
import { packageName } from "./components.ts";
import type { ModelConfiguration } from "./configuration.ts";

export interface OwnNamespaces {
  /** Owners on forges: `acme` of `github.com/acme/shop`; lower case. */
  readonly owners: ReadonlySet<string>;
  /** Git hosts of its own: everything there belongs to it; lower case. */
  readonly hosts: ReadonlySet<string>;
  /** Scopes and groups of registries: `@acme`, `com.acme`; lower case. */
  readonly scopes: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  /** Packages that are called as repositories of its own lists which were not read, see `listedPackages`. */
  readonly listed: ReadonlySet<string>;
}

/** Uncalibrated: one package under somebody else's scope is a fork, several are one's own. */
const packagesOfOwnScope = 2;

/** The organisation's own names: configured, the owner that most of its remotes share, the scopes it publishes under. */
export function ownNamespaces(
  repositories: readonly RepositoryEvidence[],
  packages: Iterable<string>,
  unread: ReadonlySet<string>,
  configuration: ModelConfiguration,
): OwnNamespaces {
  const published = [...packages];
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
  const listed = listedPackages(published, unread, owners);
  return { owners, hosts, scopes, prefixes: configuration.ownPrefixes, listed };
}

/**
 * `gem/oven-kit` for each repository `oven_kit` that the organisation lists and that was not read, in every registry without
 * namespaces that it publishes to. One word alone is as well the name of somebody else's package.
 */
function listedPackages(
  published: readonly string[],
  unread: ReadonlySet<string>,
  owners: ReadonlySet<string>,
): Set<string> {
  const registries = new Set(published.flatMap((purl) => plainRegistry.exec(purl)?.[1] ?? []));
  const names = [...unread].flatMap((text) => {
    const steps = (parseRepositoryAddress(text)?.path ?? text).toLowerCase().split("/");
    const name = lastWord(steps.join("/"));
    const isOwn = steps.length === 1 || owners.has(steps[0] ?? "");
    return isOwn && name.includes("-") ? [name] : [];
  });
  return new Set([...registries].flatMap((type) => names.map((name) => `${type}/${name}`)));
}

const plainRegistry = /^pkg:(gem|npm|pypi|cargo|nuget|hex)\//;

function isListed(purl: string, listed: ReadonlySet<string>): boolean {
  const type = plainRegistry.exec(purl)?.[1];
  return (
    type !== undefined &&
    !packageName(purl).includes("/") &&
    listed.has(`${type}/${bareName(purl)?.name ?? ""}`)
  );
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
  const { owners, hosts, scopes, prefixes, listed } = namespaces;
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
  if (isListed(purl, listed)) return true;
  return prefixes.some((prefix) => name.startsWith(prefix.toLowerCase()));
}

/** `docker.acme.example`: a registry called after the organisation. */
function isInOwnRegistry(purl: string, owners: ReadonlySet<string>): boolean {
  if (!purl.startsWith("pkg:docker/")) return false;
  const host = /[?&]repository_url=([^&#/%]{1,200})/.exec(purl)?.[1]?.toLowerCase();
  return host !== undefined && host.split(/[.:]/).some((label) => owners.has(label));
}

export function isOwnAddress(
  address: RepositoryAddress,
  { owners, hosts }: OwnNamespaces,
): boolean {
  const owner = ownerOf(address);
  return hosts.has(address.host) || (owner !== null && owners.has(owner));
}

/** As `bareName` spells it: `oven-kit` of `acme/oven_kit`. */
export function lastWord(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/[-_.]{1,10}/g, "-");
}
