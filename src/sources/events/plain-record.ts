import { commitId } from "./cdevents.ts";
import { instantOf, textOf, type Json } from "./fields.ts";
import { refused, type EventRecord } from "./event-record.ts";

/**
 * The documented CSV (and the same keys as JSON): `kind` (deployment or incident), `id`, `application`, `environment`,
 * `version`, `revision`, `started_at`, `finished_at`, `outcome`, `artifact`, `deployment_id`.
 */
export function readPlainRecord(record: Json): EventRecord | null {
  const kind = textOf(record["kind"]);
  if (kind === null || textOf(record["id"]) === null) return null;
  const id = `${kind}:${textOf(record["id"]) ?? ""}`;
  const shared = {
    environment: textOf(record["environment"]),
    startedAt: instantOf(record["started_at"]),
    artifact: textOf(record["artifact"]),
  };
  if (kind === "incident") {
    const resolvedAt = instantOf(record["finished_at"]);
    return {
      kind,
      ...shared,
      id: `${id}:${resolvedAt === null ? "open" : "closed"}`,
      incident: id,
      service: textOf(record["application"]),
      resolvedAt,
      deploymentId: textOf(record["deployment_id"]),
    };
  }
  if (kind !== "deployment") return refused(`kind "${kind}" is neither deployment nor incident`);
  const outcome = textOf(record["outcome"]) ?? "succeeded";
  if (outcome !== "succeeded" && outcome !== "failed" && outcome !== "rolled-back")
    return refused(`outcome "${outcome}" is not succeeded, failed or rolled-back`);
  return {
    kind,
    ...shared,
    id: textOf(record["id"]) ?? "",
    application: textOf(record["application"]),
    version: textOf(record["version"]),
    revision: commitId(textOf(record["revision"])),
    finishedAt: instantOf(record["finished_at"]),
    outcome,
  };
}
