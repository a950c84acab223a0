/** How a deployment ended that was not taken back. */
export type Ending = "succeeded" | "failed";

/** What one record of an event file says. Times in seconds since the epoch; NaN: written, but not readable. */
export type EventRecord =
  | {
      readonly kind: "deployment";
      readonly id: string;
      readonly application: string | null;
      readonly environment: string | null;
      readonly version: string | null;
      readonly revision: string | null;
      readonly startedAt: number | null;
      readonly finishedAt: number | null;
      readonly outcome: Ending | "rolled-back";
      readonly artifact: string | null;
      /** What the delivery system joins the events of one change by (CDEvents: chainId). */
      readonly chain?: string | null;
      /** Ids are of this source's own (CDEvents: an event is known by source and id). */
      readonly source?: string | null;
      /** Full path of the project (`acme/shop/api`): names alone come twice. */
      readonly project?: string | null;
      /** What the tool itself says of the environment. */
      readonly isProduction?: boolean | null;
      /** `id` is of the deployment: several messages with it are one. Else it is of the message. */
      readonly isOfThing?: boolean;
      /** The run that it was made by. */
      readonly run?: string | null;
      /** Only a run that is called a deployment: none beside deployments that it made. */
      readonly isRunOnly?: boolean;
      /** Says what about the record is unusual though it counts. */
      readonly remark?: string | null;
    }
  | {
      readonly kind: "incident";
      /** Id of this message, to count it once; `incident` is what it is about. */
      readonly id: string;
      readonly incident: string;
      readonly service: string | null;
      readonly environment: string | null;
      readonly startedAt: number | null;
      readonly resolvedAt: number | null;
      /** Others that it befell as well. */
      readonly furtherServices?: readonly string[];
      /** It was open (again) at this time: an end before it does not count. */
      readonly openAt?: number | null;
      /** The incident that it became part of, and when. */
      readonly merged?: { readonly into: string; readonly at: number | null } | null;
      /** When it was said to be none: declined, cancelled, deleted. */
      readonly cancelledAt?: number | null;
      readonly deploymentId: string | null;
      readonly artifact: string | null;
      readonly source?: string | null;
      readonly remark?: string | null;
    }
  | {
      readonly kind: "stage";
      readonly id: string;
      readonly source?: string | null;
      readonly stages: readonly ReachedStage[];
      readonly remark?: string | null;
    }
  /** Understood, and of no concern here. */
  | { readonly kind: "other"; readonly remark?: string | null }
  | { readonly kind: "refused"; readonly reason: string }
  /** Of a format that is not read: told once for each file, with how many there are. */
  | { readonly kind: "unread"; readonly format: string; readonly needs: string };

/** How far a change came before it was deployed; `keys` are what it may be recognised by later: see `stageKeys`. */
export interface ReachedStage {
  readonly stage: "opened" | "merged" | "built";
  readonly keys: readonly string[];
  readonly at: number | null;
}

export const other: EventRecord = { kind: "other" };

export function refused(reason: string): EventRecord {
  return { kind: "refused", reason };
}
