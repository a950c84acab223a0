import { commitId, stageKeys } from "./cdevents.ts";
import { other, type EventRecord } from "./event-record.ts";

/** Lower case. */
export interface LabelSet {
  includes(label: string): boolean;
}

export interface ForgeOptions {
  /** Labels of issues that are incidents. */
  readonly incidentLabels: LabelSet;
  /** Of times that name none; absent: UTC. */
  readonly timeZone?: string | null;
}

const versionLike = /^(?:[\w.@/-]{0,60}[-_/@])?v?\d[\w.+-]{0,60}$/;

/**
 * The version that a ref names: a tag. Null for a branch, which names another commit every day. `isTag`: what the forge says;
 * where it says nothing, names with a version in them and commits are taken for one.
 */
export function refVersion(ref: string | null, isTag: unknown): string | null {
  if (ref === null || isTag === false || ref.startsWith("refs/heads/")) return null;
  if (ref.startsWith("refs/tags/")) return ref.slice("refs/tags/".length);
  return isTag === true || commitId(ref) !== null || versionLike.test(ref) ? ref : null;
}

/** The commit that an issue blames: `root cause: 1234abc` in its text, as Four Keys has it written. */
export function blamedCommit(body: unknown): string | null {
  if (typeof body !== "string") return null;
  const found = /\broot[ _-]?cause\b[:\s*`]{1,10}([0-9a-f]{7,64})\b/i.exec(body.slice(0, 20_000));
  return found?.[1]?.toLowerCase() ?? null;
}

/** A build that succeeded: of concern only where it says of which commit. */
export function builtStage(id: string, sha: string | null, at: number | null): EventRecord {
  const keys = stageKeys({ revision: sha, artifact: null });
  return keys.length === 0 ? other : { kind: "stage", id, stages: [{ stage: "built", keys, at }] };
}
