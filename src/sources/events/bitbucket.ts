import { stageKeys } from "./cdevents.ts";
import { deploymentRecord, lastOf, projectOfAddress } from "./deployment-record.ts";
import { other, refused, type EventRecord } from "./event-record.ts";
import { at, instant, isObject, text, type Json } from "./fields.ts";

/**
 * Bitbucket: deployments as `GET /repositories/…/deployments` lists them and environments hold them, and its hooks of pull
 * requests (Cloud and Data Center). Null: the record is of something else.
 */
export function readBitbucket(record: Json): EventRecord | null {
  const type = text(record, "type");
  if (type === "deployment" && isObject(record["state"])) return deployment(record);
  const inside = at(record, "deployment");
  if (text(inside, "type") === "deployment" && isObject(inside["state"]))
    return deployment(inside, record);
  const eventKey = text(record, "eventKey");
  if (eventKey !== null && /^(?:repo|pr|project|mirror|diagnostics):/.test(eventKey))
    return eventKey === "pr:merged" ? serverPullRequest(at(record, "pullRequest")) : other;
  const repository = at(record, "repository");
  if (text(repository, "type") !== "repository" || !isObject(record["actor"])) return null;
  const pull = at(record, "pullrequest");
  if (text(pull, "state") === "MERGED") return pullRequest(pull, repository);
  return other;
}

/** Whose it is stands in the addresses of its release and its states only. */
function deployment(one: Json, hook: Json = {}): EventRecord {
  const state = at(one, "state");
  const name = text(state, "name") ?? "";
  const status = text(at(state, "status"), "name") ?? "";
  if (/^(?:UNDEPLOYED|IN_PROGRESS|PENDING|PAUSED)$/.test(name) || status === "STOPPED")
    return other;
  if (name !== "COMPLETED" || !/^(?:SUCCESSFUL|FAILED|ERROR|EXPIRED)$/.test(status))
    return refused(
      `Bitbucket does not document the deployment state "${name.slice(0, 40)} ${status.slice(0, 40)}"`,
    );
  const release = at(one, "release");
  const repository = isObject(one["repository"]) ? at(one, "repository") : at(hook, "repository");
  const project =
    text(repository, "full_name") ??
    cut(projectOfAddress(text(release, "url"))) ??
    cut(projectOfAddress(text(state, "url"))) ??
    cut(projectOfAddress(text(at(at(one, "commit"), "links"), "self")));
  const environment = at(one, "environment");
  const tier =
    text(at(environment, "environment_type"), "name") ?? text(at(environment, "category"), "name");
  const id = text(one, "uuid");
  if (id === null) return refused("the deployment has no uuid");
  return deploymentRecord({
    id: `bitbucket-deployment:${id}`,
    application: lastOf(project),
    project,
    // A list names environments by their ids unless it is asked for their fields.
    environment: text(environment, "name") ?? text(environment, "slug") ?? tier,
    isProduction: tier === null ? null : tier.toLowerCase() === "production",
    version: versionOf(text(release, "name")),
    revision: text(at(release, "commit"), "hash") ?? text(at(one, "commit"), "hash"),
    startedAt: instant(state, "started_on") ?? instant(state, "start_date"),
    finishedAt:
      instant(state, "completed_on") ??
      instant(state, "completion_date") ??
      instant(one, "last_update_time"),
    outcome: status === "SUCCESSFUL" ? "succeeded" : "failed",
  });
}

/** `acme/till` of `acme/till/addon/pipelines/home`. */
function cut(path: string | null): string | null {
  return path?.split("/").slice(0, 2).join("/") ?? null;
}

/** Releases are called `#12` after their pipeline unless somebody named them. */
function versionOf(name: string | null): string | null {
  return name === null || /^#?\d{1,9}$/.test(name) ? null : name;
}

function pullRequest(one: Json, repository: Json): EventRecord {
  const merge = text(at(one, "merge_commit"), "hash");
  const keys = stageKeys({ revision: merge, artifact: null });
  if (keys.length === 0) return other;
  return {
    kind: "stage",
    id: `bitbucket-pull-request:${text(repository, "full_name") ?? ""}:${text(one, "id") ?? ""}`,
    stages: [
      { stage: "opened", keys, at: instant(one, "created_on") },
      { stage: "merged", keys, at: instant(one, "updated_on") },
    ],
  };
}

function serverPullRequest(one: Json): EventRecord {
  const merge = text(at(at(one, "properties"), "mergeCommit"), "id");
  const keys = stageKeys({ revision: merge, artifact: null });
  if (keys.length === 0) return other;
  const repository = at(at(one, "toRef"), "repository");
  const project = text(at(repository, "project"), "key") ?? "";
  return {
    kind: "stage",
    id: `bitbucket-pull-request:${project}/${text(repository, "slug") ?? ""}:${text(one, "id") ?? ""}`,
    stages: [
      { stage: "opened", keys, at: instant(one, "createdDate") },
      { stage: "merged", keys, at: instant(one, "closedDate") ?? instant(one, "updatedDate") },
    ],
  };
}
