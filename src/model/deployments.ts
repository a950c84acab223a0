import type { DeploymentLevel } from "#vocabulary/delivery.ts";

/** Tags that differ only in their version: `v{version}`, `release_{version}`. Several live side by side. */
export interface TagFamily {
  readonly pattern: string;
  readonly tagsCount: number;
  readonly first: number;
  readonly last: number;
  /** Its tags count as releases. */
  readonly isChosen: boolean;
}

export interface Deployment {
  /** Id of the event; for git `COMMIT PATH`. */
  readonly id: string;
  readonly at: number;
  readonly version: string;
  /** A version that ran here before, again. */
  readonly isRollback: boolean;
  /** False where the delivery system says that it failed. */
  readonly isSuccessful: boolean;
  /** Commit of the component's repository: known from an event, a tag, or a version that is a commit id. */
  readonly revision: string | null;
  readonly artifact: string | null;
  readonly chain?: string | null;
  readonly repositoryId: string | null;
  readonly commit: string | null;
  readonly path: string | null;
  readonly line: number | null;
}

/** Deployments of one application in one environment, oldest first. */
export interface DeploymentSeries {
  readonly application: string;
  /** Null: no component of that name is known. */
  readonly componentId: string | null;
  readonly environment: string;
  readonly isProduction: boolean;
  /** The tool itself says whether the environment is production. */
  readonly isTierKnown?: boolean;
  readonly level: DeploymentLevel;
  /** Level release: the families of tags that there are, the newest first. */
  readonly tagFamilies?: readonly TagFamily[];
  readonly deployments: readonly Deployment[];
}

export interface DeploymentConfiguration {
  /** Application as deployed → id or name of the component. */
  readonly applications: ReadonlyMap<string, string>;
  /** Names of production environments besides the usual ones. */
  readonly production: readonly string[];
  /** Tags that are releases, the first that a repository has: `v{version}`; empty: detected. */
  readonly releaseTags: readonly string[];
}

export const noDeploymentConfiguration: DeploymentConfiguration = {
  applications: new Map(),
  production: [],
  releaseTags: [],
};
