import { withoutLoosePassword } from "#evidence/user-info.ts";
import { commitId } from "./cdevents.ts";
import type { EventRecord } from "./event-record.ts";

type DeploymentRecord = Extract<EventRecord, { kind: "deployment" }>;

/** What a tool says of one deployment; `id` is of the deployment, not of the message. Seconds since the epoch. */
export interface DeploymentState {
  readonly id: string;
  readonly application: string | null;
  /** Full path of the project: `acme/till`. */
  readonly project?: string | null;
  readonly environment: string | null;
  readonly isProduction?: boolean | null;
  readonly version?: string | null;
  readonly revision?: string | null;
  readonly artifact?: string | null;
  readonly startedAt?: number | null;
  readonly finishedAt: number | null;
  readonly outcome: DeploymentRecord["outcome"];
  readonly run?: string | null;
  readonly isRunOnly?: boolean;
  readonly remark?: string | null;
}

export function deploymentRecord(one: DeploymentState): EventRecord {
  const revision = one.revision ?? null;
  return {
    kind: "deployment",
    ...one,
    isOfThing: true,
    version: one.version ?? revision,
    revision: commitId(revision?.toLowerCase() ?? null),
    startedAt: one.startedAt ?? null,
    artifact: one.artifact ?? null,
  };
}

/** `acme/till` of `https://forge.example/acme/till/…`, `git@forge.example:acme/till.git` and the like; null: it is no address. */
export function projectOfAddress(address: string | null): string | null {
  if (address === null || address.length > 400) return null;
  const plain = withoutLoosePassword(address);
  const path =
    /^(?:https?|ssh|git):\/\/[^/\s]{1,200}\/([^\s?#]{1,300})/i.exec(plain)?.[1] ??
    /^[\w.-]{1,60}@[\w.-]{1,200}:([^\s?#]{1,300})$/.exec(plain)?.[1];
  if (path === undefined) return null;
  const parts = path
    .replace(/\/-\/.{0,300}$/, "")
    .replace(/\.git$/, "")
    .split("/")
    .filter((part) => part !== "");
  return parts.length < 2 ? null : parts.join("/");
}

export function lastOf(path: string | null): string | null {
  return path?.split("/").findLast((part) => part !== "") ?? null;
}
