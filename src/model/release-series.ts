import { append } from "#kernel/lists-by-key.ts";
import { isBeforeRelease } from "#evidence/version-names.ts";
import type { RepositoryEvidence, Tag } from "#evidence/repository-evidence.ts";
import type { DeploymentSeries } from "./deployments.ts";
import type { Component } from "./organisation.ts";

interface Family {
  readonly prefix: string;
  readonly tags: Tag[];
  /** Among those of its repository, in the order of their first tags. */
  readonly place: number;
}

/** Names of tags that are versions: what is before the first digit of the version is the family. */
const versioned = /^(.{0,120}?)(\d{1,9}(?:\.\d{1,9}){0,3}(?:[-+.][0-9A-Za-z.-]{1,60})?)$/;

/** The version in a tag's name; null: it is no version. */
export function versionInTag(name: string): string | null {
  return versioned.exec(name)?.[2] ?? null;
}

/**
 * Releases by tag: a proxy for deployments of components that nothing better is known of. Of the families of tags the
 * first that fits one of `patterns` counts, else the newest with at least two tags; the others are told beside it.
 * In a monorepo `NAME@1.2`, `NAME-v1.2`, `NAME/v1.2` belong to the component of that name.
 */
export function releaseSeries(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
  patterns: readonly string[],
  asOf: number,
): DeploymentSeries[] {
  const byRepository = new Map(repositories.map((one) => [one.id, one]));
  const wanted = patterns.map((pattern) => pattern.split("{version}")[0] ?? "");
  const familiesById = new Map<string, FamiliesByName>();
  return components.flatMap((component) => {
    const repository = byRepository.get(component.repositoryId);
    if (repository === undefined) return [];
    const known =
      familiesById.get(repository.id) ?? byName(familiesOf(repository.tags, asOf), wanted);
    familiesById.set(repository.id, known);
    const families = [...new Set(ownNames(component).flatMap((name) => known.get(name) ?? []))]
      .sort((a, b) => a.place - b.place)
      .sort((a, b) => lastAt(b) - lastAt(a));
    const chosen = chosenFamily(families, component, wanted);
    return chosen === undefined ? [] : [seriesOf(component, repository.id, chosen, families)];
  });
}

type FamiliesByName = ReadonlyMap<string, readonly Family[]>;

/** Families of two tags or more by the names of components that they may belong to: looked through once, not for each component. */
function byName(families: readonly Family[], wanted: readonly string[]): FamiliesByName {
  const found = new Map<string, Family[]>();
  for (const family of families)
    if (family.tags.length >= 2)
      for (const one of [...wanted, null])
        for (const name of namesIn(family.prefix, one)) append(found, name, family);
  return found;
}

function chosenFamily(
  families: readonly Family[],
  component: Component,
  wanted: readonly string[],
): Family | undefined {
  if (wanted.length === 0) return families[0];
  return wanted
    .map((one) =>
      families.find(({ prefix }) => prefix.endsWith(one) && belongsTo(prefix, component, one)),
    )
    .find((one) => one !== undefined);
}

function seriesOf(
  component: Component,
  repositoryId: string,
  chosen: Family,
  families: readonly Family[],
): DeploymentSeries {
  return {
    application: component.name,
    componentId: component.id,
    environment: `tags ${chosen.prefix}*`,
    isProduction: false,
    level: "release",
    tagFamilies: families.map((one) => ({
      pattern: `${one.prefix}{version}`,
      tagsCount: one.tags.length,
      first: one.tags[0]?.at ?? 0,
      last: lastAt(one),
      isChosen: one === chosen,
    })),
    deployments: chosen.tags.map((tag) => ({
      id: `${tag.commit} ${tag.name}`,
      at: tag.at,
      version: tag.name,
      isRollback: false,
      isSuccessful: true,
      revision: tag.commit,
      artifact: null,
      repositoryId,
      commit: tag.commit,
      path: null,
      line: null,
    })),
  };
}

function familiesOf(tags: readonly Tag[], asOf: number): Family[] {
  const families = new Map<string, Family>();
  for (const tag of tags) {
    const [, prefix, version = ""] = versioned.exec(tag.name) ?? [];
    if (prefix === undefined || tag.at >= asOf || isBeforeRelease(version)) continue;
    const family = families.get(prefix);
    if (family === undefined) families.set(prefix, { prefix, tags: [tag], place: families.size });
    else family.tags.push(tag);
  }
  return [...families.values()];
}

function lastAt({ tags }: Family): number {
  return tags.at(-1)?.at ?? 0;
}

/** Of the component at the root: what its tags are called without a name. */
const ofRoot = "";

function ownNames(component: Component): string[] {
  const names = [component.name, component.path.split("/").at(-1) ?? ""]
    .map((one) => one.toLowerCase())
    .filter((one) => one !== "");
  return component.path === "." ? [...names, ofRoot] : names;
}

/** Names of components in a prefix, before `wanted`: whole, and what is behind its last slash. */
function namesIn(prefix: string, wanted: string | null): readonly string[] {
  const name = (
    wanted === null ? prefix.replace(/v$/i, "") : prefix.slice(0, -wanted.length || undefined)
  )
    .replace(/[@/_.-]{1,4}$/, "")
    .toLowerCase();
  const own = [name, name.split("/").at(-1) ?? ""].filter((one) => one !== "");
  const isPlain = /^(?:release|version|deploy(?:ed)?|prod(?:uction)?|)$/.test(name);
  return isPlain ? [...own, ofRoot] : own;
}

function belongsTo(prefix: string, component: Component, wanted: string): boolean {
  const names = new Set(namesIn(prefix, wanted));
  return ownNames(component).some((one) => names.has(one));
}
