import type { EventColumns } from "./event-columns.ts";

/** Deployments of one application in one environment: rows of `columns`, in the order in which they were read. */
export interface DeploymentEvents {
  readonly application: string;
  /** Full path of the application's project, where the source tells it. */
  readonly project?: string | null;
  readonly environment: string;
  /** What the source says of the environment; null: nothing. */
  readonly isProduction?: boolean | null;
  readonly columns: EventColumns;
  readonly rows: Uint32Array;
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
