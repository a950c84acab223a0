import type { Ending } from "./event-record.ts";
import { environmentOfName, isCalledDeployment } from "./deploying-names.ts";
import { deploymentRecord, lastOf, projectOfAddress } from "./deployment-record.ts";
import { other, refused, type EventRecord } from "./event-record.ts";
import { at, instant, isObject, list, text, type Json } from "./fields.ts";
import { stageKeys } from "./cdevents.ts";
import { builtStage, refVersion } from "./forges.ts";

/**
 * Azure DevOps: service hooks of releases and pipelines, and what `release/deployments` and `environmentdeploymentrecords` list.
 * Null: the record is of something else.
 */
export function readAzureDevOps(record: Json): EventRecord | null {
  const type = text(record, "eventType");
  const resource = at(record, "resource");
  if (type === null || !isObject(record["resource"])) return readListed(record);
  const sentAt = instant(record, "createdDate");
  if (type === "ms.vss-release.deployment-completed-event") return released(resource, sentAt);
  if (type === "ms.vss-pipelines.stage-state-changed-event") return stage(resource, sentAt);
  if (type === "build.complete") return build(resource);
  if (type === "git.pullrequest.merged" || type === "git.pullrequest.updated")
    return pullRequest(resource);
  const isTheirs = /^(?:ms\.vss-|git\.|tfvc\.|workitem\.|build\.|message\.posted)/.test(type);
  return isTheirs ? other : null;
}

function readListed(record: Json): EventRecord | null {
  if (isObject(record["releaseEnvironment"]) && text(record, "deploymentStatus") !== null)
    return deployment(record, {}, null);
  if (text(record, "environmentId") === null || text(record, "planId") === null) return null;
  // A record of an environment names it by number: the stage is called after it, or nothing says which one it is.
  const stageName = text(record, "stageName") ?? "";
  const outcome = outcomeOf(text(record, "result") ?? "");
  if (typeof outcome !== "string") return outcome;
  return deploymentRecord({
    id: `azure-environment:${text(at(record, "definition"), "id") ?? ""}:${text(record, "environmentId") ?? ""}:${text(record, "id") ?? ""}`,
    application: text(at(record, "definition"), "name"),
    environment: environmentOfName(stageName) ?? (stageName === "" ? null : stageName),
    version: text(at(record, "owner"), "name"),
    startedAt: instant(record, "startTime"),
    finishedAt: instant(record, "finishTime"),
    outcome,
    remark: partly(text(record, "result")),
  });
}

/** Azure's states are written `succeeded` in hooks and lists, and as numbers in older ones. */
function outcomeOf(status: string): Ending | EventRecord {
  if (/^(?:succeeded|partiallySucceeded|succeededWithIssues)$/i.test(status)) return "succeeded";
  if (/^(?:failed|rejected)$/i.test(status)) return "failed";
  if (
    /^(?:|undefined|notDeployed|notStarted|inProgress|queued|scheduled|pending|running|waiting|cancell?ed|cancell?ing|skipped|abandoned)$/i.test(
      status,
    )
  )
    return other;
  return refused(`Azure DevOps does not document the deployment status "${status.slice(0, 40)}"`);
}

function partly(status: string | null): string | null {
  return status !== null && /^(?:partiallySucceeded|succeededWithIssues)$/i.test(status)
    ? `it ended ${status}: some of its tasks failed, the deployment counts as made`
    : null;
}

function released(resource: Json, sentAt: number | null): EventRecord {
  const environment = at(resource, "environment");
  const one = at(resource, "deployment");
  if (isObject(resource["deployment"])) return deployment(one, environment, sentAt);
  const outcome = outcomeOf(text(environment, "status") ?? "");
  if (typeof outcome !== "string") return outcome;
  const steps = list(environment, "deploySteps");
  const attempt = steps.reduce((most, step) => Math.max(most, Number(text(step, "attempt"))), 1);
  const release = at(environment, "release");
  const definition = at(environment, "releaseDefinition");
  const project = text(at(resource, "project"), "name");
  return deploymentRecord({
    id: `azure-release:${project ?? ""}:${text(release, "id") ?? ""}:${text(environment, "id") ?? ""}:${String(attempt)}`,
    application: text(definition, "name") ?? project,
    environment: text(environment, "name"),
    version: text(release, "name"),
    finishedAt: sentAt ?? instant(environment, "modifiedOn"),
    outcome,
    remark: partly(text(environment, "status")),
  });
}

/** A deployment of a release as its hook and its list hold it: another attempt is another one. */
function deployment(one: Json, environment: Json, sentAt: number | null): EventRecord {
  const status = text(one, "deploymentStatus") ?? text(environment, "status") ?? "";
  const outcome = outcomeOf(status);
  if (typeof outcome !== "string") return outcome;
  const release = at(one, "release");
  const artifacts = list(release, "artifacts");
  const primary = artifacts.find((each) => each["isPrimary"] === true) ?? artifacts[0] ?? {};
  const said = (name: string, key = "id"): string | null =>
    text(at(at(primary, "definitionReference"), name), key);
  const repository = said("repository", "name") ?? said("repository");
  const path = repository?.includes("/") === true ? repository : null;
  const definition = text(at(one, "releaseDefinition"), "name");
  return deploymentRecord({
    id: `azure-deployment:${definition ?? ""}:${text(one, "id") ?? text(release, "id") ?? ""}:${text(one, "attempt") ?? "1"}`,
    application: lastOf(path) ?? definition,
    project: path,
    environment: text(at(one, "releaseEnvironment"), "name") ?? text(environment, "name"),
    version: said("version", "name") ?? text(release, "name"),
    revision: said("sourceVersion") ?? said("sourceVersion", "name"),
    startedAt: instant(one, "startedOn"),
    finishedAt: instant(one, "completedOn") ?? sentAt ?? instant(one, "lastModifiedOn"),
    outcome,
    remark: partly(status),
  });
}

/** A stage that is called a deployment, or after an environment; an attempt at it again is another deployment. */
function stage(resource: Json, sentAt: number | null): EventRecord {
  const one = at(resource, "stage");
  const run = at(resource, "run");
  const name = text(one, "displayName") ?? text(one, "name") ?? "";
  const named = environmentOfName(name) ?? environmentOfName(text(one, "name") ?? "");
  if (text(one, "state") !== "completed" || (named === null && !isCalledDeployment(name)))
    return other;
  const outcome = outcomeOf(text(one, "result") ?? "");
  if (typeof outcome !== "string") return outcome;
  const pipeline = isObject(resource["pipeline"]) ? at(resource, "pipeline") : at(run, "pipeline");
  const self = at(at(at(run, "resources"), "repositories"), "self");
  const path = text(at(self, "repository"), "fullName");
  const revision = text(self, "version");
  return deploymentRecord({
    id: `azure-stage:${text(pipeline, "id") ?? ""}:${text(run, "id") ?? ""}:${text(one, "name") ?? ""}:${text(resource, "attemptId") ?? text(one, "attempt") ?? text(one, "id") ?? "1"}`,
    application: lastOf(path) ?? text(pipeline, "name"),
    project: path,
    environment: named ?? "production",
    version: refVersion(text(self, "refName"), null) ?? text(run, "name"),
    revision,
    startedAt: instant(one, "startTime"),
    finishedAt: instant(one, "finishTime") ?? sentAt,
    outcome,
    remark: partly(text(one, "result")),
  });
}

function build(resource: Json): EventRecord {
  if (!/^(?:succeeded|partiallySucceeded)$/i.test(text(resource, "result") ?? "")) return other;
  const id = `azure-build:${text(at(resource, "definition"), "id") ?? ""}:${text(resource, "id") ?? ""}`;
  return builtStage(id, text(resource, "sourceVersion"), instant(resource, "finishTime"));
}

function pullRequest(resource: Json): EventRecord {
  const merge = text(at(resource, "lastMergeCommit"), "commitId");
  const mergedAt = instant(resource, "closedDate");
  if (text(resource, "status") !== "completed" || merge === null || mergedAt === null) return other;
  const keys = stageKeys({ revision: merge, artifact: null });
  const repository = at(resource, "repository");
  const project = projectOfAddress(text(repository, "remoteUrl")) ?? text(repository, "name");
  return {
    kind: "stage",
    id: `azure-pull-request:${project ?? ""}:${text(resource, "pullRequestId") ?? merge}`,
    stages: [
      { stage: "opened", keys, at: instant(resource, "creationDate") },
      { stage: "merged", keys, at: mergedAt },
    ],
  };
}
