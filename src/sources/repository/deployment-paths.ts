import { deploymentPathOf, type DeploymentPath } from "../gitops/deployment-paths.ts";
import type { DeploymentPattern } from "../gitops/path-template.ts";

/** A repository as configuration names it, and files that are not to be read. */
interface NamedRepository {
  readonly id: string;
  readonly name: string;
  readonly without?: readonly string[];
}

/** Which paths are read for deployments; remembered, because a path is met once for each of its changes. */
export class DeploymentPaths {
  private readonly patterns: readonly DeploymentPattern[];
  private readonly known = new Map<string, DeploymentPath | null>();

  private readonly without: ReadonlySet<string>;

  constructor(patterns: readonly DeploymentPattern[], { id, name, without = [] }: NamedRepository) {
    this.without = new Set(without);
    this.patterns = patterns.filter(
      ({ repository }) => repository === null || repository === id || repository === name,
    );
  }

  of(path: string): DeploymentPath | null {
    let found = this.known.get(path);
    if (found === undefined) {
      found = this.without.has(path) ? null : deploymentPathOf(path, this.patterns);
      this.known.set(path, found);
    }
    return found;
  }
}
