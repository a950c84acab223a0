import { deploymentVersion } from "../gitops/deployment-log.ts";
import type { FileSource, TreeSource } from "#evidence/source.ts";

/** Everything that reads a repository, and the version of it all for the cache key. */
export interface SourceSet {
  readonly files: readonly FileSource[];
  readonly trees: readonly TreeSource[];
}

/** Raised when the walk itself would answer differently. */
const walkVersion = 19;

export function sourceVersions(set: SourceSet, lockVersion: number): string {
  return [
    `walk@${String(walkVersion)}`,
    `deployments@${String(deploymentVersion)}`,
    `locks@${String(lockVersion)}`,
    ...[...set.files, ...set.trees].map((source) => `${source.id}@${String(source.version)}`),
  ].join(" ");
}
