import { deploymentRows, type DeploymentRow } from "#evidence/deployments.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Deployment } from "./deployments.ts";

type Row = DeploymentRow & { readonly repositoryId: string };

/** By application and environment. */
export function rowGroups(
  repositories: readonly RepositoryEvidence[],
  asOf: number,
): [string, string, Row[]][] {
  const groups = new Map<string, [string, string, Row[]]>();
  for (const { id, deployments } of repositories) {
    for (const row of deploymentRows(deployments)) {
      if (row.at >= asOf) continue;
      const key = `${row.application}\n${row.environment}`;
      const group = groups.get(key);
      if (group === undefined)
        groups.set(key, [row.application, row.environment, [{ ...row, repositoryId: id }]]);
      else group[2].push({ ...row, repositoryId: id });
    }
  }
  return [...groups.values()];
}

/**
 * Deployments that files of the desired state tell of. Rows of one commit are one deployment, of which a version whose commit
 * is known tells most; a row that repeats the version of its slot is none. What was taken away and comes back as it was is no
 * rollback.
 */
export function gitopsDeployments(
  rows: readonly Row[],
  revisionOf: (version: string) => string | null,
): Deployment[] {
  const running = new Map<string, string>();
  const ran = new Map<string, Set<string>>();
  const lastRan = new Map<string, string>();
  const deployments: Deployment[] = [];
  for (const row of rows) {
    const before = running.get(row.slot);
    running.set(row.slot, row.version);
    if (row.version === "" || row.version === before) continue;
    const versions = ran.get(row.slot) ?? new Set<string>();
    const isRollback = versions.has(row.version) && lastRan.get(row.slot) !== row.version;
    ran.set(row.slot, versions.add(row.version));
    lastRan.set(row.slot, row.version);
    const last = deployments.at(-1);
    const revision = revisionOf(row.version);
    if (last?.commit === row.commit) {
      if (last.revision === null && revision !== null)
        deployments[deployments.length - 1] = { ...last, version: row.version, revision };
      continue;
    }
    deployments.push({
      id: `${row.commit} ${row.path}`,
      at: row.at,
      version: row.version,
      isRollback,
      isSuccessful: true,
      revision,
      artifact: null,
      repositoryId: row.repositoryId,
      commit: row.commit,
      path: row.path,
      line: null,
    });
  }
  return deployments;
}
