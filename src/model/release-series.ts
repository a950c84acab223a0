import type { RepositoryEvidence, Tag } from "#evidence/repository-evidence.ts";
import type { DeploymentSeries } from "./deployments.ts";
import type { Component } from "./organisation.ts";

interface Family {
  readonly prefix: string;
  readonly tags: Tag[];
}

/** Names of tags that are versions: what is before the first digit of the version is the family. */
const versioned = /^(.{0,120}?)(\d{1,9}(?:\.\d{1,9}){0,3}(?:[-+.][0-9A-Za-z.-]{1,60})?)$/;

/**
 * Releases by tag: a proxy for deployments of components that nothing better is known of. Families of tags stand side by
 * side (`v1.2` and `release_300`): the newest with at least two tags counts, unless a pattern (`v{version}`) is given.
 * In a monorepo `NAME@1.2`, `NAME-v1.2`, `NAME/v1.2` belong to the component of that name.
 */
export function releaseSeries(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
  pattern: string | null,
  asOf: number,
): DeploymentSeries[] {
  const byRepository = new Map(repositories.map((one) => [one.id, one]));
  const wanted = pattern?.split("{version}")[0] ?? null;
  return components.flatMap((component) => {
    const repository = byRepository.get(component.repositoryId);
    if (repository === undefined) return [];
    const families = familiesOf(repository.tags, asOf).filter(
      ({ prefix, tags }) =>
        tags.length >= 2 &&
        (wanted === null || prefix.endsWith(wanted)) &&
        belongsTo(prefix, component, wanted),
    );
    const newest = families.sort((a, b) => lastAt(b) - lastAt(a))[0];
    if (newest === undefined) return [];
    return [
      {
        application: component.name,
        componentId: component.id,
        environment: `tags ${newest.prefix}*`,
        isProduction: false,
        level: "release" as const,
        deployments: newest.tags.map((tag) => ({
          id: `${tag.commit} ${tag.name}`,
          at: tag.at,
          version: tag.name,
          isRollback: false,
          isSuccessful: true,
          revision: tag.commit,
          artifact: null,
          repositoryId: repository.id,
          commit: tag.commit,
          path: null,
          line: null,
        })),
      },
    ];
  });
}

function familiesOf(tags: readonly Tag[], asOf: number): Family[] {
  const families = new Map<string, Family>();
  for (const tag of tags) {
    const prefix = versioned.exec(tag.name)?.[1];
    if (prefix === undefined || tag.at >= asOf) continue;
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
