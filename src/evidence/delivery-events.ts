/** Something that was deployed, as a delivery system reported it. Times are seconds since the epoch, UTC. */
export interface DeploymentEvent {
  readonly id: string;
  /** When it was finished. */
  readonly at: number;
  readonly version: string;
  readonly isRollback: boolean;
  readonly isSuccessful: boolean;
  /** Commit that was deployed, where the event says. */
  readonly revision: string | null;
  readonly artifact: string | null;
  /** What the delivery system joins the events of one change by. */
  readonly chain?: string;
  readonly repositoryId: null;
  readonly commit: null;
  /** File as found, and line in it (of a JSON list: the number of the entry). */
  readonly path: string;
  readonly line: number;
}

/** Events of one application in one environment, in the order in which they were read. */
export interface DeploymentEvents {
  readonly application: string;
  readonly environment: string;
  readonly events: readonly DeploymentEvent[];
}

/** Something that went wrong in an environment. */
export interface IncidentEvent {
  readonly id: string;
  readonly service: string;
  /** Null: the source does not say; production is then meant. */
  readonly environment: string | null;
  readonly startedAt: number;
  readonly resolvedAt: number | null;
  /** What the source itself blames: id of a deployment, or a package URL. */
  readonly deploymentId: string | null;
  readonly artifact: string | null;
  /** File as found, and line in it (of a JSON list: the number of the entry). */
  readonly file: string;
  readonly line: number;
}
