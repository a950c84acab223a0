import { append } from "#kernel/lists-by-key.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { ReleaseExports, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { isWebFramework } from "./artefacts.ts";
import { packageName, type BuiltComponent } from "./components.ts";
import type { ModelConfiguration } from "./configuration.ts";
import { isMarkedDeprecated } from "./given-up.ts";
import { capabilityId } from "./identifiers.ts";
import type { Capability, Component } from "./organisation.ts";
import { kindOfOffer } from "./offer-kinds.ts";
import { bundleName } from "./bundles.ts";
import { descriptionOf, wordsOfWhole } from "./offer-descriptions.ts";
import { bundleTitle, thingName, thingTitle } from "./offer-names.ts";
import { isOffered, isPushed, pushedFrom, publishedTo } from "./offered.ts";
import { bareName } from "./bare-name.ts";
import { declaredBefore, releasesOf, type OfferedPackage } from "./packages.ts";
import { continuationDays } from "./spans.ts";
import type { CapabilityKind, Lifecycle } from "#vocabulary/structure.ts";

/** What one component offers under one name: a package, an image with its registries, or all its workflows together. */
interface Offer {
  readonly name: string;
  readonly kind: CapabilityKind;
  readonly packages: OfferedPackage[];
  readonly formerNames: string[];
}

export interface CapabilityIndex {
  readonly capabilities: readonly Capability[];
  /** As capabilities, what only its own repository uses: see `InsideUses`. */
  readonly inside: readonly Capability[];
  /** purl → id in one of both; an id of neither where nobody but its own component knows the package. */
  readonly byPurl: ReadonlyMap<string, string>;
  /** `ownKey` → capability id: of a name that two repositories offer, what it means within the second. */
  readonly byOwn: ReadonlyMap<string, string>;
}

/** A name as it is asked for within one repository. */
export function ownKey(repositoryId: string, purl: string): string {
  return `${repositoryId}\n${purl}`;
}

const secondsPerDay = 86_400;

/** A former name of these stays with what took its place, whoever used it; of others where it was renamed in one commit. */
const publishedByName = /^pkg:(?:npm|gem|swift|cocoapods|pub|hex|hackage|jsr)\//;

export interface CapabilityContext {
  readonly asOf: number;
  readonly configuration: ModelConfiguration;
  readonly built: ReadonlyMap<string, BuiltComponent>;
  /** Packages that others use or used: see `isOthers`. */
  readonly used: ReadonlySet<string>;
  /** Packages, or their `ownKey`, that other components of their provider's own repository use or used. */
  readonly usedInside: ReadonlySet<string>;
  /** `ownKey` of names that mean, within a repository, a package of its own although another repository offers it first. */
  readonly usedWithin: ReadonlySet<string>;
}

/** Capabilities of packages that components declare. */
export function offeredCapabilities(
  packages: ReadonlyMap<string, readonly OfferedPackage[]>,
  context: CapabilityContext,
): CapabilityIndex {
  const pushed = pushedFrom(
    [...context.built.values()].map(({ component }) => component),
    packages.values(),
  );
  const byProvider = new Map<Component, OfferedPackage[]>();
  const shown = new Set<OfferedPackage>();
  const byPurl = new Map<string, string>();
  const byOwn = new Map<string, string>();
  const begun = new Set(
    [...packages.values()].flatMap((offers) => offers.map((one) => renameKey(one, one.from))),
  );
  for (const [purl, offers] of packages) {
    const [first, ...rest] = offers;
    if (first === undefined) continue;
    const within = new Map(
      rest
        .filter(({ to }) => to === null)
        .toReversed()
        .map((one) => [one.component.repositoryId, one]),
    );
    byPurl.set(purl, internalId(first));
    for (const [repositoryId, one] of within) {
      const key = ownKey(repositoryId, purl);
      byOwn.set(key, internalId(one));
      const isAnywhere = context.usedWithin.has(key) || context.usedInside.has(key);
      if (!isAnywhere) within.delete(repositoryId);
      else if (context.usedWithin.has(key)) shown.add(one);
    }
    const isShown = isOffered(
      purl,
      first,
      context.used,
      pushed.get(first.component.repositoryId) ?? [],
    );
    if (isShown) shown.add(first);
    const isKept = isShown || isFormer(first, begun) || context.usedInside.has(purl);
    for (const one of isKept ? [first, ...within.values()] : within.values())
      append(byProvider, one.component, one);
  }
  addOtherNames(byProvider, packages);
  const capabilities: Capability[] = [];
  const inside: Capability[] = [];
  for (const [component, offered] of byProvider) {
    for (const offer of offersOf(offered, shown)) {
      const isShown = offer.packages.some((one) => shown.has(one));
      if (!isShown && !offer.packages.some((one) => isUsedInside(one, context))) continue;
      const capability = describe(offer, component, { ...context, packages, pushed });
      (isShown ? capabilities : inside).push(capability);
      for (const purl of capability.packages) {
        if (packages.get(purl)?.[0]?.component === component) byPurl.set(purl, capability.id);
        else byOwn.set(ownKey(component.repositoryId, purl), capability.id);
      }
    }
  }
  return { capabilities: capabilities.sort(byId), inside: inside.sort(byId), byPurl, byOwn };
}

function byId(a: Capability, b: Capability): number {
  return a.id < b.id ? -1 : 1;
}

/** Whoever asks by folder uses what lies there by its name of the day: names that nobody wrote are names of it all the same. */
function addOtherNames(
  byProvider: ReadonlyMap<Component, OfferedPackage[]>,
  packages: ReadonlyMap<string, readonly OfferedPackage[]>,
): void {
  for (const [purl, [first]] of packages) {
    const shown = first === undefined ? undefined : byProvider.get(first.component);
    const bare = bareName(purl);
    if (first === undefined || shown === undefined || bare === null || shown.includes(first))
      continue;
    const isNamesake = (one: OfferedPackage): boolean => {
      const other = bareName(one.purl);
      return other?.ecosystem === bare.ecosystem && other.name === bare.name;
    };
    if (shown.some((one) => one.path === first.path && isNamesake(one))) shown.push(first);
  }
}

/** Of no capability: its uses are known to be of this package, and are counted nowhere. */
function internalId({ component, purl }: OfferedPackage): string {
  return capabilityId(component.id, purl);
}

function isUsedInside({ purl, component }: OfferedPackage, context: CapabilityContext): boolean {
  const { usedInside } = context;
  return usedInside.has(purl) || usedInside.has(ownKey(component.repositoryId, purl));
}

/** Given up: part of what took its place, where that is offered. `begun`: what began when, by file. */
function isFormer(one: OfferedPackage, begun: ReadonlySet<string>): boolean {
  const { purl, to, isPrivate } = one;
  if (to === null || isPrivate) return false;
  return publishedByName.test(purl) || begun.has(renameKey(one, to));
}

/** One file calls what it makes of an ecosystem otherwise from then on. */
function renameKey({ component, path, purl }: OfferedPackage, at: number): string {
  return `${component.id}\n${path}\n${ecosystemOf(purl)}\n${String(at)}`;
}

function offersOf(
  packages: readonly OfferedPackage[],
  shown: ReadonlySet<OfferedPackage>,
): Offer[] {
  const offers: Offer[] = [];
  const tooling = new Map<string, OfferedPackage[]>();
  const single: OfferedPackage[] = [];
  for (const one of packages) {
    const name = bundleName(one.purl) ?? thingName(one.purl);
    if (name === null) single.push(one);
    else append(tooling, name, one);
  }
  for (const [name, list] of tooling) {
    const forOthers = list.filter((one) => shown.has(one));
    const together = forOthers.length > 0 ? forOthers : list;
    offers.push({ name, kind: "tooling", packages: together, formerNames: [] });
  }
  for (const chain of renames(single)) {
    const newest = chain.at(-1);
    if (newest === undefined) continue;
    offers.push({
      name: packageName(newest.purl),
      kind: newest.history.kind,
      packages: chain,
      formerNames: chain.slice(0, -1).map((one) => packageName(one.purl)),
    });
  }
  return offers;
}

/** Packages of one component chained where the old name ends as the new one begins (insights §1). */
function renames(packages: readonly OfferedPackage[]): OfferedPackage[][] {
  const chains: OfferedPackage[][] = [];
  for (const one of packages.toSorted((a, b) => a.from - b.from)) {
    const chain = chains.find((list) => {
      const last = list.at(-1);
      return (
        last !== undefined &&
        last.to !== null &&
        ecosystemOf(last.purl) === ecosystemOf(one.purl) &&
        Math.abs(one.from - last.to) <= continuationDays * secondsPerDay
      );
    });
    if (chain === undefined) chains.push([one]);
    else chain.push(one);
  }
  return chains;
}

function ecosystemOf(purl: string): string {
  return purl.slice(0, purl.indexOf("/"));
}

interface DescribedIn extends CapabilityContext {
  readonly packages: ReadonlyMap<string, readonly OfferedPackage[]>;
  /** See `pushedFrom`. */
  readonly pushed: ReadonlyMap<string, readonly string[]>;
}

function describe(offer: Offer, component: Component, context: DescribedIn): Capability {
  const built = context.built.get(component.id);
  const id = capabilityId(component.id, offer.name);
  const now = offer.packages;
  const before = now.flatMap((one) => declaredBefore(one, context.packages));
  const { releases, unmoved } =
    built === undefined || !hasReleases(offer)
      ? { releases: [], unmoved: null }
      : releasesOf({ now, before }, built, context.asOf, isMadePublic(offer, component, context));
  const kind = kindOfOffer(offer.packages, offer.kind, component.surface);
  const given = titleOf(offer, component, kind);
  const packages = offer.packages.map((one) => one.purl);
  return {
    id,
    name: given,
    kind,
    providerComponentId: component.id,
    ownerIds: component.ownerIds,
    packages,
    formerNames: offer.formerNames,
    description: descriptionOf(offer.packages, built) ?? wordsOfWhole(component, kind, packages),
    releases,
    ...(unmoved === null ? {} : { unmovedVersion: unmoved }),
    lifecycle: lifecycleOf(offer, component, built, context.asOf),
    serves: servedBy(packages, built),
    job: jobOf(context.configuration, [id, given, ...packages]),
    exports: exportsOf(offer, built),
    ...releasedNames(offer, built, context.asOf),
    evidence: offer.packages.map((one) =>
      birthOf(declaredBefore(one, context.packages)[0] ?? one, built),
    ),
  };
}

/** Somebody else takes it, or something is seen that pushes such packages to a registry. */
function isMadePublic(
  { packages }: Offer,
  component: Component,
  { used, pushed }: DescribedIn,
): boolean {
  const to = [...publishedTo(component), ...(pushed.get(component.repositoryId) ?? [])];
  return packages.some(({ purl }) => used.has(purl) || isPushed(purl, to));
}

/** As shown; what is named here is what is still there, if anything is. */
function titleOf({ name, packages }: Offer, component: Component, kind: CapabilityKind): string {
  const live = packages.filter(({ to }) => to === null);
  const [first, ...rest] = (live.length > 0 ? live : packages).map(({ purl }) => purl);
  if (first === undefined) return name;
  return bundleName(first) === null
    ? thingTitle(component.name, name, first, kind)
    : bundleTitle(component.name, [first, ...rest]);
}

/** Given up only with the last of its packages: a workflow that was removed leaves the others. */
function lifecycleOf(
  { packages }: Offer,
  component: Component,
  built: BuiltComponent | undefined,
  asOf: number,
): Lifecycle {
  const live = packages.filter((one) => one.to === null);
  if (live.length === 0) return "archived";
  const isMarked = ({ path, history }: OfferedPackage): boolean =>
    built !== undefined && isMarkedDeprecated(built.unit, path, history, asOf);
  return live.every(isMarked) ? "deprecated" : component.lifecycle;
}

/** Tags of a repository number neither its workflows together nor its images, which are tagged at the registry. */
function hasReleases({ packages }: Offer): boolean {
  return !packages.some(
    (one) => bundleName(one.purl) !== null || one.purl.startsWith("pkg:docker/"),
  );
}

/** Artefacts of consumers that packages of this kind are made for; null where that cannot be said. */
export function servedBy(
  packages: readonly string[],
  built: BuiltComponent | undefined,
): readonly string[] | null {
  const first = packages[0] ?? "";
  const byType: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^pkg:githubactions\//, ["github-workflow"]],
    [/^pkg:docker\//, ["dockerfile"]],
    [/^pkg:gitlab\//, ["gitlab-pipeline"]],
    [/\?type=jenkins-library/, ["jenkins-pipeline"]],
    [/\?type=circleci-orb/, ["circleci-pipeline"]],
    [/\?type=ansible-/, ["ansible"]],
    [/\?type=puppet-module/, ["puppet"]],
    [/\?type=chef-cookbook/, ["chef"]],
    [/^pkg:(?:terraform|github|generic)\//, ["terraform"]],
    [/^pkg:helm\//, ["helm-chart"]],
  ];
  const known = byType.find(([pattern]) => pattern.test(first));
  if (known !== undefined) return known[1];
  const ecosystem = /^pkg:([a-z]{1,20})\//.exec(first)?.[1];
  if (ecosystem === undefined) return null;
  const web = `${ecosystem}-web-application`;
  if (built !== undefined && isForWeb(built)) return [web];
  return [`${ecosystem}-component`];
}

/** A library whose own runtime dependencies include a web framework is made for web applications. */
function isForWeb(built: BuiltComponent): boolean {
  return built.unit.files.some((file) =>
    file.dependencies.some(
      (one) => one.scope === "runtime" && one.spans.at(-1)?.to === null && isWebFramework(one.purl),
    ),
  );
}

export function jobOf(configuration: ModelConfiguration, names: readonly string[]): string | null {
  return (
    configuration.jobs.find((job) => job.packages.some((one) => names.includes(one)))?.job ?? null
  );
}

function exportsOf(offer: Offer, built: BuiltComponent | undefined): Capability["exports"] {
  if (built === undefined || offer.kind === "tooling") return null;
  const folder = built.unit.repository.symbols.find((one) => one.folder === built.unit.folder);
  const unit = offer.kind === "api" || offer.kind === "service" ? "endpoints" : "names";
  return folder?.exports.find((one) => one.unit === unit) ?? null;
}

const exportsByFolder = new WeakMap<RepositoryEvidence, ReadonlyMap<string, ReleaseExports>>();

function exportsAt(repository: RepositoryEvidence, folder: string): ReleaseExports | undefined {
  const known =
    exportsByFolder.get(repository) ??
    new Map(repository.releaseExports.map((one) => [one.folder, one]));
  exportsByFolder.set(repository, known);
  return known.get(folder);
}

/** Of gems, npm packages and Go modules: other ecosystems are not compared release by release. */
function releasedNames(
  offer: Offer,
  built: BuiltComponent | undefined,
  asOf: number,
): Pick<Capability, "releaseExports"> {
  const isCompared = offer.packages.some((one) => /^pkg:(?:gem|npm|golang)\//.test(one.purl));
  const found =
    built === undefined ? undefined : exportsAt(built.unit.repository, built.unit.folder);
  if (!isCompared || found === undefined) return {};
  return {
    releaseExports: found.releases
      // No entry was read: that is not the same as an entry that gives nothing.
      .filter(({ at, exported }) => at < asOf && exported.length > 0)
      .map(({ exported, ...release }) => ({
        ...release,
        names: new Set(Array.from(exported, (index) => found.names[index] ?? "")),
      })),
  };
}

function birthOf(one: OfferedPackage, built: BuiltComponent | undefined): EvidenceRef {
  const first = one.history.spans[0]?.from;
  return {
    source: "manifest",
    repositoryId: one.component.repositoryId,
    commit: first?.commit ?? null,
    path: one.path,
    line: null,
    at: first?.at ?? null,
    how: "observed",
    confidence: "observed",
    text: `${built?.component.name ?? one.component.name} declares ${packageName(one.purl)}`.slice(
      0,
      500,
    ),
  };
}
