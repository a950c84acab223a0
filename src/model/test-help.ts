import { languageOf } from "#evidence/languages.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Capability, Component, Consumption } from "./organisation.ts";
import { folderOf, nearest } from "./units.ts";

/** Where builds of the JVM keep sources, and those of them that go into nothing that runs: `src/test/scala`, `src/testFixtures/java`. */
const sources = /(?:^|\/)src\/([A-Za-z]{1,40}|integration-test)\//;
const testSources = /^(?:it|test|testFixtures|(?:integration|functional)-?[tT]est)$/;

/**
 * A module whose only code is tests and what helps with them is of use in tests alone, whatever a build says (`dependsOn` of sbt
 * with `compile->compile;test->test`): what runs has nothing of it. A parent is taken in by the build, whatever lies beside it.
 */
export function markTestHelp(
  consumptions: readonly Consumption[],
  capabilities: readonly Capability[],
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
): readonly Consumption[] {
  const helping = onlyTests(components, repositories);
  if (helping.size === 0) return consumptions;
  const ids = new Set(
    capabilities.flatMap(({ id, providerComponentId, packages }) =>
      helping.has(providerComponentId ?? "") &&
      packages.every((purl) => purl.startsWith("pkg:maven/"))
        ? id
        : [],
    ),
  );
  return consumptions.map((one) =>
    one.scope === "runtime" && ids.has(one.capabilityId) ? { ...one, scope: "test" } : one,
  );
}

/** Components below whose `src` there is code at HEAD, all of it tests. */
function onlyTests(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const owned = new Map<string, Map<string, string>>();
  for (const { repositoryId, path, id } of components)
    owned.set(repositoryId, (owned.get(repositoryId) ?? new Map<string, string>()).set(path, id));
  for (const { id, fileChanges } of repositories) {
    const own = owned.get(id) ?? new Map<string, string>();
    const folders = new Set(own.keys());
    const shipping = new Set<string>();
    for (const path of fileChanges.paths) {
      const set = sources.exec(path)?.[1];
      if (set === undefined || languageOf(path)?.kind !== "code") continue;
      const component = own.get(nearest(folderOf(path), folders)) ?? "";
      if (testSources.test(set)) found.add(component);
      else shipping.add(component);
    }
    for (const component of shipping) found.delete(component);
  }
  return found;
}
