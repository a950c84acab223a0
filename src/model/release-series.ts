import { isBeforeRelease } from "#evidence/version-names.ts";
import type { RepositoryEvidence, Tag } from "#evidence/repository-evidence.ts";
import type { DeploymentSeries } from "./deployments.ts";
import type { Component } from "./organisation.ts";

interface Family {
  readonly prefix: string;
  readonly tags: Tag[];
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
  return components.flatMap((component) => {
    const repository = byRepository.get(component.repositoryId);
    if (repository === undefined) return [];
    const families = familiesOf(repository.tags, asOf)
      .filter(
        ({ prefix, tags }) =>
          tags.length >= 2 && [...wanted, null].some((one) => belongsTo(prefix, component, one)),
      )
      .sort((a, b) => lastAt(b) - lastAt(a));
    const chosen = chosenFamily(families, component, wanted);
    return chosen === undefined ? [] : [seriesOf(component, repository.id, chosen, families)];
  });
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
    if (family === undefined) families.set(prefix, { prefix, tags: [tag] });
    else family.tags.push(tag);
  }
  return [...families.values()];
}

function lastAt({ tags }: Family): number {
  return tags.at(-1)?.at ?? 0;
}

function belongsTo(prefix: string, component: Component, wanted: string | null): boolean {
  const name = (
    wanted === null ? prefix.replace(/v$/i, "") : prefix.slice(0, -wanted.length || undefined)
  )
    .replace(/[@/_.-]{1,4}$/, "")
    .toLowerCase();
  const own = [component.name, component.path.split("/").at(-1) ?? ""].map((one) =>
    one.toLowerCase(),
  );
  const isOwn = name !== "" && own.some((one) => one === name || one === name.split("/").at(-1));
  return component.path === "."
    ? isOwn || name === "" || /^(?:release|version|deploy(?:ed)?|prod(?:uction)?)$/.test(name)
    : isOwn;
}
