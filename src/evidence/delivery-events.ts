/** Something that was deployed, as a delivery system reported it. Times are seconds since the epoch, UTC. */
export interface DeploymentEvent {
  readonly id: string;
  readonly application: string;
  readonly environment: string;
  readonly version: string;
  /** Commit that was deployed, where the event says. */
  readonly revision: string | null;
  readonly startedAt: number | null;
  readonly finishedAt: number;
  readonly outcome: "succeeded" | "failed" | "rolled-back";
  readonly artifact: string | null;
  /** File as found, and line in it (of a JSON list: the number of the entry). */
  readonly file: string;
  readonly line: number;
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
