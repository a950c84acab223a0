import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Refs } from "../git/refs.ts";
import type { GitLocation } from "../git/run.ts";
import type { DeploymentPattern } from "../gitops/path-template.ts";
import type { TreeEntry } from "../git/tree.ts";
import type { ReadBudget } from "./read-budget.ts";
import type { ReadablePlaces } from "./readable-places.ts";
import type { PathPlans } from "./revisions.ts";
import type { SourceSet } from "./source-set.ts";
import type { DeploymentPaths } from "./deployment-paths.ts";

export interface ReadRequest {
  readonly id: string;
  readonly name: string;
  readonly location: GitLocation;
  readonly refs: Refs;
  readonly sources: SourceSet;
  /** Key of the pseudonyms: see `pseudonym`. */
  readonly personKey: string;
  /** Further addresses of bots, lower case. */
  readonly bots: readonly string[];
  /**
   * What an earlier reading with the same sources, key, bots and patterns left: continued when its head lies on the new
   * mainline, with the same result as a whole reading.
   */
  readonly earlier: RepositoryEvidence | null;
  /** Where deployments stand, as configured; others are detected. */
  readonly deploymentPatterns?: readonly DeploymentPattern[];
  /** Files that ended the reader before, or held it up: not read, and listed as problems. */
  readonly without?: readonly string[];
  /** In place of the usual one. */
  readonly budget?: ReadBudget;
  readonly signal?: AbortSignal;
  /** Told every object id that is read, for benchmarks against the floor. */
  readonly onBlobs?: (objects: readonly string[]) => void;
}

export interface Reading extends ReadRequest {
  readonly head: string;
  readonly tree: readonly TreeEntry[];
  readonly plans: PathPlans;
  readonly places: ReadablePlaces;
  readonly deploymentPaths: DeploymentPaths;
  /** Object id of the .mailmap at HEAD, else null. */
  readonly mailmap: string | null;
  /** There is one that is too large to be used. */
  readonly isMailmapTooLarge: boolean;
}
