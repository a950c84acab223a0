import { folderOf } from "./folder-paths.ts";
import { isTeam } from "./keepers.ts";
import type { Component } from "./organisation.ts";
import type { OfferedPackage } from "./packages.ts";

/** In another repository, or in the same one kept by other teams: what a repository only uses itself it offers nobody. */
export function isOthers(provider: Component, user: Component): boolean {
  if (provider.repositoryId !== user.repositoryId) return true;
  const own = teamsOf(provider);
  const others = teamsOf(user);
  return own.length > 0 && others.length > 0 && !others.some((team) => own.includes(team));
}

function teamsOf({ ownerIds, ownerSource }: Component): readonly string[] {
  return ownerSource === "inferred" ? [] : ownerIds.filter(isTeam);
}

/** What is pushed to whom, as signs of publishing write it: a registry's name or its address. */
const registries: readonly (readonly [purl: RegExp, text: RegExp])[] = [
  [/^pkg:npm\//, /npm|pnpm|yarn|lerna|changeset/i],
  [/^pkg:cargo\//, /cargo|crates/i],
  [/^pkg:pypi\//, /pypi|twine|poetry|\buv\b|hatch|flit/i],
  [/^pkg:maven\//, /maven|sonatype|nexus|artifactory|gradle|sbt|bintray|jitpack/i],
  [/^pkg:nuget\//, /nuget/i],
  [/^pkg:composer\//, /packagist|composer/i],
  [/^pkg:helm\//, /helm|chart/i],
  [/^pkg:gem\//, /gem/i],
  [/^pkg:generic\/.{1,300}type=ansible-/, /galaxy|ansible/i],
  [/^pkg:generic\/.{1,300}type=puppet-/, /puppet|forge/i],
  [/^pkg:generic\/.{1,300}type=chef-/, /chef|supermarket/i],
];

/** Whoever writes one of these means it to be published; an application has none. */
const declaredByLibraries = /^pkg:(?:gem|swift|cocoapods|pub|hex|hackage|jsr)\//;
/** Its build file alone does not say whether it is an application or made to be installed into one. */
const declaredByAll = /^pkg:(?:npm|golang|maven|nuget|cargo|pypi|composer)\//;
/** The manifest of a thing that has no other purpose than to be used from other repositories. */
const madeForOthers =
  /(?:^|\/)(?:\.pre-commit-hooks\.yaml|devcontainer-(?:feature|template)\.json)$|^(?:plugin\.ya?ml|pipe\.yml|default\.json|cookiecutter\.json|copier\.ya?ml|galaxy\.ya?ml|metadata\.(?:json|rb))$/;
/** The names under which a registry of modules takes a repository in. */
const registryModule =
  /^pkg:github\/[^/#]{1,100}\/terraform-[a-z0-9]{1,60}-[^/#]{1,100}(?:#modules\/[^/]{1,100})?$/i;

/**
 * Is the package there for others? Somebody else uses it (`used`: see `isOthers`), or it is published on purpose. `pushed`: what
 * signs of publishing at the root of its repository say.
 */
export function isOffered(
  purl: string,
  one: OfferedPackage,
  used: ReadonlySet<string>,
  pushed: readonly string[],
): boolean {
  return used.has(purl) || (one.to === null && !one.isPrivate && isPublished(purl, one, pushed));
}

function isPublished(
  purl: string,
  { component, path }: OfferedPackage,
  pushed: readonly string[],
): boolean {
  if (hasMark(component, unpublished)) return false;
  const own = publishedTo(component);
  if (isPushed(purl, own)) return true;
  // Its own build pushes it, by whatever name; an application's image is no package.
  if (declaredByAll.test(purl) && own.some((text) => !imageRegistry.test(text))) return true;
  const isLibrary = hasMark(component, libraryShape);
  const isProgram = hasMark(component, programs) && !isLibrary;
  if (declaredByLibraries.test(purl)) return !isProgram;
  if (isPushed(purl, pushed) && !isProgram) return true;
  // Gradle publishes nothing that does not ask for it.
  if (declaredByAll.test(purl))
    return isLibrary || (/\.gradle(?:\.kts)?$/.test(path) && !isProgram);
  return isThingForOthers(purl, path) && !isProgram && !isApplied(purl, component);
}

/** Terraform that keeps a state is applied from here, whatever its repository is called. */
function isApplied(purl: string, component: Component): boolean {
  return registryModule.test(purl) && hasMark(component, new Set(["deployment-state"]));
}

/** An action, module, shared library or set of hooks at the place where only those who offer it put it. */
function isThingForOthers(purl: string, path: string): boolean {
  if (purl.startsWith("pkg:githubactions/")) return !purl.includes("#");
  if (/\.(?:tf|tofu)(?:\.json)?$/.test(path)) return registryModule.test(purl);
  if (purl.includes("?type=jenkins-library")) return folderOf(path) === "vars";
  return madeForOthers.test(path);
}

/** Is it one of the packages that signs of publishing speak of? */
export function isPushed(purl: string, pushed: readonly string[]): boolean {
  const text = registries.find(([pattern]) => pattern.test(purl))?.[1];
  return text !== undefined && pushed.some((one) => text.test(one));
}

const unpublished = new Set(["unpublished", "sample"]);
const imageRegistry = /docker|ghcr|\b[eg]cr\b|quay|image|container|\boci\b|helm|chart/i;
const libraryShape = new Set(["library-shape", "tool-configuration"]);
const programs = new Set([
  "application-shape",
  "browser-app",
  "mobile-app",
  "desktop-app",
  "browser-extension",
]);

function hasMark({ surface }: Component, marks: ReadonlySet<string>): boolean {
  return surface.some(({ mark }) => marks.has(mark));
}

/** What its own signs of publishing say. */
export function publishedTo({ surface }: Component): readonly string[] {
  return surface.flatMap(({ mark, text }) => (mark === "publishes" ? [text] : []));
}

/**
 * What `publishes` says at the root of each repository: a workflow there pushes the packages of all its folders. Where the root is
 * a package of npm itself, what pushes the package of one folder pushes that one alone.
 */
export function pushedFrom(
  components: Iterable<Component>,
  packages: Iterable<readonly OfferedPackage[]> = [],
): ReadonlyMap<string, readonly string[]> {
  const packed = new Set<string>();
  for (const offers of packages)
    for (const { purl, component, to, isPrivate } of offers)
      if (component.path === "." && to === null && !isPrivate && purl.startsWith("pkg:npm/"))
        packed.add(component.id);
  const pushed = new Map<string, readonly string[]>();
  for (const component of components) {
    if (component.path !== ".") continue;
    const texts = publishedTo(component).filter(
      (text) => !packed.has(component.id) || !ofOneFolder.has(text),
    );
    if (texts.length > 0) pushed.set(component.repositoryId, texts);
  }
  return pushed;
}

/** Tools that push the package of the folder they run in. */
const ofOneFolder: ReadonlySet<string> = new Set(["npm", "semantic-release", "release-it", "np"]);
