import { ownOwner, ownRepository, resolveOwnRepository } from "#evidence/own-repository.ts";
import { keptAddress } from "#evidence/repository-address.ts";
import { addressOfPurl, repositoryPurl } from "#evidence/repository-purl.ts";
import type { PackageHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { BuiltComponent } from "./components.ts";
import type { Component, Release } from "./organisation.ts";
import { isPlaceholder } from "#evidence/version-names.ts";
import { lastWord, tagsOfRepository, type NumberedTag } from "./repository-tags.ts";
import { continuationDays, cutAt } from "./spans.ts";
import { folderOf } from "./units.ts";

/** A package that a component declares or declared, with the versions it went through. */
export interface OfferedPackage {
  readonly purl: string;
  readonly component: Component;
  readonly history: PackageHistory;
  readonly path: string;
  readonly from: number;
  readonly to: number | null;
  readonly isPrivate: boolean;
}

/** Everything declared by the components, own repository's stand-in names resolved. A package counts for its first provider. */
export function offeredPackages(
  built: readonly BuiltComponent[],
  asOf: number,
): { packages: Map<string, OfferedPackage[]>; twice: { purl: string; components: string[] }[] } {
  const packages = new Map<string, OfferedPackage[]>();
  for (const { component, unit } of built) {
    for (const file of unit.files) {
      if (file.source === "ruby-version-file") continue;
      for (const history of file.packages) {
        const spans = cutAt(history.spans, asOf);
        const first = spans[0];
        if (first === undefined) continue;
        const purl = resolvePurl(history.purl, unit.repository);
        const list = packages.get(purl) ?? [];
        list.push({
          purl,
          component,
          history,
          path: file.path,
          from: first.from.at,
          to: spans.at(-1)?.to?.at ?? null,
          isPrivate: history.isPrivate || unit.isSample || unit.besidePaths.has(file.path),
        });
        packages.set(purl, list);
      }
    }
  }
  const twice: { purl: string; components: string[] }[] = [];
  for (const [purl, list] of packages) {
    list.sort(
      (a, b) =>
        rankOf(a) - rankOf(b) || a.from - b.from || (a.component.id < b.component.id ? -1 : 1),
    );
    const repositories = new Set(
      list
        .filter((one) => one.to === null && !one.isPrivate)
        .map((one) => one.component.repositoryId),
    );
    if (repositories.size > 1)
      twice.push({ purl, components: [...new Set(list.map((one) => one.component.id))] });
  }
  return { packages, twice };
}

/** Still declared before gone, public before private. */
function rankOf(one: OfferedPackage): number {
  return (one.to === null ? 0 : 2) + (one.isPrivate ? 1 : 0);
}

/**
 * The purl with own repository's names in place of stand-ins; a chart from a registry of the same owner without that registry;
 * a git address, relative to the remote too, in the one spelling that its host has.
 */
export function resolvePurl(purl: string, repository: RepositoryEvidence): string {
  const own = repository.remote === null ? null : keptAddress(repository.remote);
  if (purl.startsWith(ownFiles) && own !== null)
    return repositoryPurl(own) + purl.slice(ownFiles.length);
  if (purl.startsWith("pkg:generic/") && purl.includes("vcs_url=")) {
    const address = addressOfPurl(purl, own);
    return address === null ? purl : repositoryPurl(address, address.folder);
  }
  const [owner = "", ...rest] = own?.path.split("/") ?? [];
  const [bare = purl, registry] = purl.split("?repository_url=");
  if (purl.startsWith("pkg:helm/") && registry !== undefined && owner !== "")
    return registry
      .toLowerCase()
      .split(/%2F|\//i)
      .includes(owner.toLowerCase())
      ? bare
      : purl;
  // Of a remote of one segment that is the name; without a remote the whole path of the folder tells it from others.
  return rest.length > 0
    ? resolveOwnRepository(purl, owner, rest.join("/"))
    : resolveOwnRepository(purl, "", own?.path ?? repository.name);
}

/** Files of the repository itself, as sources write what they cannot name. */
const ownFiles = `pkg:github/${ownOwner}/${ownRepository}`;

/**
 * Earlier declarations of a package in other files of its repository, oldest first: `setup.py` before `setup.cfg`, the root's before
 * that of the folder it moved to. What stands beside it under the same name in another component is another.
 */
export function declaredBefore(
  one: OfferedPackage,
  packages: ReadonlyMap<string, readonly OfferedPackage[]>,
): readonly OfferedPackage[] {
  const isEarlier = (other: OfferedPackage): boolean =>
    other !== one &&
    other.component.repositoryId === one.component.repositoryId &&
    other.from < one.from &&
    (one.isPrivate || !other.isPrivate) &&
    (other.component.id === one.component.id ||
      (other.to !== null && other.to <= one.from + continuationDays * secondsPerDay));
  return (packages.get(one.purl) ?? []).filter(isEarlier).sort((a, b) => a.from - b.from);
}

const secondsPerDay = 86_400;

export interface FoundReleases {
  readonly releases: readonly Release[]; // oldest first
  /** The one version that its manifest ever had, which nothing tells to be a release; null: there is no such thing. */
  readonly unmoved: string | null;
}

/** Versions of what is declared now and of what declared it `before`, each told as if it stood alone. */
export function releasesOf(
  { now, before }: Readonly<Record<"now" | "before", readonly OfferedPackage[]>>,
  built: BuiltComponent,
  asOf: number,
  isMadePublic: boolean,
): FoundReleases {
  const newest = numbersOf(now, built, asOf, isMadePublic);
  if (before.length === 0) return newest;
  const former = numbersOf(before, built, asOf, isMadePublic);
  const isMoved = former.unmoved !== null && former.unmoved !== newest.unmoved;
  // Two numbers, one after the other: neither is a scaffold's.
  if (isMoved && !isMadePublic) return releasesOf({ now, before }, built, asOf, true);
  if (former.releases.length === 0) return newest;
  return allOf(firstOfEach([...newest.releases, ...former.releases]));
}

/**
 * Versions of a package over time: from its manifest, a Ruby version file beside it, and tags that number the same thing. A
 * number that was written when a part of a repository was made and never moved is a scaffold's, unless a tag bears it or `isMadePublic`.
 */
function numbersOf(
  offered: readonly OfferedPackage[],
  built: BuiltComponent,
  asOf: number,
  isMadePublic: boolean,
): FoundReleases {
  const fromManifest = offered.flatMap((one) => versionsOf(one.history, asOf));
  const versionFiles = built.unit.files
    .filter((file) => file.source === "ruby-version-file")
    .sort((a, b) => folderOf(a.path).split("/").length - folderOf(b.path).split("/").length);
  const isGem = offered.some((one) => one.purl.startsWith("pkg:gem/"));
  const named = versionFiles.filter((file) =>
    file.packages.some((one) => offered.some((by) => by.purl === one.purl)),
  );
  const chosen = named.length > 0 ? named : versionFiles.slice(0, 1);
  const fromFile = isGem
    ? chosen.flatMap((file) => file.packages.flatMap((one) => versionsOf(one, asOf)))
    : [];
  // A gemspec often held the number itself before a version file took it over.
  const all = [...fromManifest, ...fromFile];
  const written = all.filter(({ version }) => !isPlaceholder(version));
  if (written.length > 0) {
    // A release may set the number without writing it back. Tags that share one with the manifest count the same thing.
    const numbers = new Set(written.map(({ version }) => version));
    const own = releasesOfTags(tagsInPlaceOf(offered, built), asOf);
    if (own.some(({ version }) => numbers.has(version))) return allOf(withTags(written, own));
    // Parts of a whole that is numbered as one: nearly all of its tags are numbers of the part as well.
    const whole = releasesOfTags(inTheirTime(tagsOf(offered, built), offered), asOf);
    const common = whole.filter(({ version }) => numbers.has(version)).length;
    const isPart = common >= leastShared && common >= leastSharedShare * whole.length;
    if (isPart) return allOf(withTags(written, whole));
    const [only = null, ...others] = numbers;
    const isPartOfWhole = offered.every(({ path }) => folderOf(path) !== ".");
    const isScaffold = isPartOfWhole && others.length === 0 && common === 0 && !isMadePublic;
    return isScaffold ? { releases: [], unmoved: only } : allOf(firstOfEach(written));
  }
  return allOf(
    all.length === 0
      ? sharedReleases(tagsOf(offered, built), lifeOf(offered, built), asOf)
      : firstOfEach(releasesOfTags(tagsInPlaceOf(offered, built), asOf)),
  );
}

function allOf(releases: readonly Release[]): FoundReleases {
  return { releases, unmoved: null };
}

const shared = new WeakMap<readonly NumberedTag[], Map<string, readonly Release[]>>();

/**
 * What the tags number while the part was there: those of a whole that are older, or younger, do not hold it. One list for all
 * parts that the same tags number: some thousand of each would fill the memory with lists of their own.
 */
function sharedReleases(
  tags: readonly NumberedTag[],
  life: Life,
  asOf: number,
): readonly Release[] {
  const lists = shared.get(tags) ?? new Map<string, readonly Release[]>();
  shared.set(tags, lists);
  const isLater = ({ at }: NumberedTag): boolean => life.to !== null && at > life.to;
  const held = tags.filter((tag) => tag.at >= life.from && !isLater(tag));
  const key = [asOf, held.length, tags.filter(isLater).length].join(" ");
  const found = lists.get(key) ?? firstOfEach(releasesOfTags(held, asOf));
  lists.set(key, found);
  return found;
}

interface Life {
  readonly from: number;
  readonly to: number | null;
}

/** From the birth of its folder, or where the repository named it earlier elsewhere; of a root all the time. */
function lifeOf(offered: readonly OfferedPackage[], { component, unit }: BuiltComponent): Life {
  const ends = offered.map(({ to }) => to);
  const to = ends.includes(null) ? null : Math.max(...ends.map((one) => one ?? 0));
  if (offered.some(({ path }) => folderOf(path) === ".")) return { from: -Infinity, to };
  const named = firstNamed(unit.repository);
  const births = offered.flatMap(({ history, from }) => [from, named.get(history.purl) ?? from]);
  const born = component.path === "." ? null : component.born;
  return { from: Math.min(...births, born?.at ?? Infinity), to };
}

const firstNames = new WeakMap<RepositoryEvidence, ReadonlyMap<string, number>>();

/** Since when the repository offers each package, in whichever folder. */
function firstNamed(repository: RepositoryEvidence): ReadonlyMap<string, number> {
  const known = firstNames.get(repository);
  if (known !== undefined) return known;
  const found = new Map<string, number>();
  for (const { purl, spans } of repository.files.flatMap((file) => file.packages)) {
    const at = spans[0]?.from.at;
    if (at !== undefined) found.set(purl, Math.min(at, found.get(purl) ?? at));
  }
  firstNames.set(repository, found);
  return found;
}

function releasesOfTags(tags: readonly NumberedTag[], asOf: number): Release[] {
  return tags.flatMap(({ release }) => (release === null || release.at >= asOf ? [] : [release]));
}

/**
 * Of what has a placeholder for its version: tags of its own name, else those of a repository whose root it is; in its time.
 * An example or an internal part has the same placeholder, and is never released.
 */
function tagsInPlaceOf(
  offered: readonly OfferedPackage[],
  built: BuiltComponent,
): readonly NumberedTag[] {
  const own = new Set(offered.map((one) => lastWord(one.purl)));
  const isRoot = offered.some(({ path }) => folderOf(path) === ".");
  return inTheirTime(tagsOf(offered, built), offered).filter((tag) => isRoot || own.has(tag.word));
}

function inTheirTime(
  tags: readonly NumberedTag[],
  offered: readonly OfferedPackage[],
): NumberedTag[] {
  return tags.filter((tag) =>
    offered.some(({ from, to }) => from <= tag.at && (to === null || tag.at <= to)),
  );
}

/** Uncalibrated: fewer numbers in common may be chance. */
const leastShared = 3;
const leastSharedShare = 0.8;

function tagsOf(
  offered: readonly OfferedPackage[],
  { unit }: BuiltComponent,
): readonly NumberedTag[] {
  return tagsOfRepository(unit.repository).of(new Set(offered.map((one) => lastWord(one.purl))));
}

/** In the order of the mainline: a clock that ran backwards makes no version older than the one before it. */
function versionsOf(history: PackageHistory, asOf: number): Release[] {
  let latest = 0;
  return cutAt(history.spans, asOf)
    .filter((span) => span.value !== null && span.value !== "")
    .map(({ value, from }) => {
      latest = Math.max(latest, from.at);
      return { version: value ?? "", at: latest, commit: from.commit };
    });
}

/** Numbers are written before they are released, weeks at times: where a version has a tag, that dates it. Oldest first. */
function withTags(written: readonly Release[], tags: readonly Release[]): Release[] {
  const tagged = new Set(tags.map(({ version }) => version));
  return firstOfEach([...tags, ...written.filter(({ version }) => !tagged.has(version))]);
}

/** Each version once, when it first appeared; oldest first. */
function firstOfEach(releases: readonly Release[]): Release[] {
  const first = new Map<string, Release>();
  for (const release of releases.toSorted((a, b) => a.at - b.at)) {
    if (!first.has(release.version)) first.set(release.version, release);
  }
  return [...first.values()];
}
