import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { parseRepositoryAddress } from "#evidence/repository-address.ts";
import { jobOf } from "./capabilities.ts";
import { bareName } from "./bare-name.ts";
import { packageName, type BuiltComponent } from "./components.ts";
import type { ModelConfiguration } from "./configuration.ts";
import { mentionsIn } from "./consumptions.ts";
import { capabilityId } from "./identifiers.ts";
import { kindOfOffer } from "./offer-kinds.ts";
import { bundleName } from "./bundles.ts";
import type { Capability, Consumption } from "./organisation.ts";
import { isOwnAddress, isOwnPackage, lastWord, type OwnNamespaces } from "./own-namespaces.ts";

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

/** `acme/oven` of an address on a forge of the organisation's own; null for any other. */
function placeOnOwnForge(origin: string | null, namespaces: OwnNamespaces): string | null {
  const address = origin === null ? null : parseRepositoryAddress(origin);
  return address !== null && isOwnAddress(address, namespaces) ? address.path.toLowerCase() : null;
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
