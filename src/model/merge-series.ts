import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { DeploymentSeries } from "./deployments.ts";
import type { Component } from "./organisation.ts";

/** What came into the default branch at one commit of it: a merge, a squashed branch or a commit of its own. */
export interface Merge {
  readonly commit: string;
  readonly at: number;
}

/** Fewer say nothing of how often something is merged. */
const fewest = 2;

/**
 * Merges as the lowest evidence: a proxy for deployments of components that nothing better is known of. In a monorepo those
 * that change something below the component's folder.
 */
export function mergeSeries(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
  merges: ReadonlyMap<string, readonly Merge[]>,
  asOf: number,
): DeploymentSeries[] {
  const branchOf = new Map(repositories.map((one) => [one.id, one.defaultBranch]));
  return components.flatMap((component) => {
    const found = (merges.get(component.id) ?? []).filter(({ at }) => at < asOf);
    if (found.length < fewest) return [];
    return [
      {
        application: component.name,
        componentId: component.id,
        environment: `branch ${branchOf.get(component.repositoryId) ?? "HEAD"}`,
        isProduction: false,
        level: "merge" as const,
        deployments: found.map(({ commit, at }) => ({
          id: commit,
          at,
          version: commit.slice(0, 12),
          isRollback: false,
          isSuccessful: true,
          revision: commit,
          artifact: null,
          repositoryId: component.repositoryId,
          commit,
          path: component.path === "." ? null : component.path,
          line: null,
        })),
      },
    ];
  });
}
