/**
 * What a repository asked to run, where, and since when: columns of equal length, oldest first. A row says that from `at`
 * on `version` is asked for in this slot (an image of an application in an environment); an empty version: none any more.
 * Rows of equal version in a row mean that another file took over: no deployment.
 */
export interface DeploymentColumns {
  /** Every application, environment, version, path and slot once; the columns hold indexes into it. */
  readonly strings: readonly string[];
  readonly application: Uint32Array;
  readonly environment: Uint32Array;
  readonly version: Uint32Array;
  readonly path: Uint32Array;
  readonly slot: Uint32Array;
  /** Committer time of the mainline commit, seconds since the epoch, UTC. */
  readonly at: Float64Array;
  /** Ids of the mainline commits one after another, all equally long. */
  readonly commits: string;
}

export interface DeploymentRow {
  readonly application: string;
  readonly environment: string;
  readonly version: string;
  readonly path: string;
  readonly slot: string;
  readonly at: number;
  readonly commit: string;
}

export const noDeployments: DeploymentColumns = {
  strings: [],
  application: new Uint32Array(),
  environment: new Uint32Array(),
  version: new Uint32Array(),
  path: new Uint32Array(),
  slot: new Uint32Array(),
  at: new Float64Array(),
  commits: "",
};

export function* deploymentRows(columns: DeploymentColumns): Generator<DeploymentRow> {
  const { strings, at, commits } = columns;
  const width = at.length === 0 ? 0 : commits.length / at.length;
  const text = (column: Uint32Array, row: number): string => strings[column[row] ?? 0] ?? "";
  for (let row = 0; row < at.length; row++) {
    yield {
      application: text(columns.application, row),
      environment: text(columns.environment, row),
      version: text(columns.version, row),
      path: text(columns.path, row),
      slot: text(columns.slot, row),
      at: at[row] ?? 0,
      commit: commits.slice(row * width, (row + 1) * width),
    };
  }
}
