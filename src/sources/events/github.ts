import { isBeforeRelease } from "#evidence/version-names.ts";
import { commitId, stageKeys } from "./cdevents.ts";
import { at, instant, list, text, type Json } from "./fields.ts";
import { environmentOfName, isCalledDeployment } from "./deploying-names.ts";
import { other, refused, type EventRecord } from "./event-record.ts";
import { blamedCommit, builtStage, refVersion, type ForgeOptions } from "./forges.ts";

/** GitHub's webhook payloads, bare or beside their headers: deployment_status, workflow_run, release, push, pull_request, issues. */
export function readGithub(record: Json, options: ForgeOptions): EventRecord | null {
  const payload = Object.hasOwn(record, "payload") ? at(record, "payload") : record;
  const name = text(at(payload, "repository"), "name");
  if (name === null) return null;
  const repository = { name, path: text(at(payload, "repository"), "full_name") };
  if (Object.hasOwn(payload, "deployment_status")) return deploymentStatus(payload, repository);
  if (Object.hasOwn(payload, "workflow_run")) return workflowRun(payload, repository);
  if (Object.hasOwn(payload, "release")) return release(payload, repository);
  if (Object.hasOwn(payload, "issue")) return issue(payload, repository, options);
  if (Object.hasOwn(payload, "pull_request")) return pullRequest(at(payload, "pull_request"));
  if (Object.hasOwn(payload, "pusher") || Object.hasOwn(payload, "head_commit"))
    return push(payload);
  return Object.hasOwn(payload, "sender") ? other : null;
}

/** The commit that a merged pull request became, and when the request was opened. */
function pullRequest(one: Json): EventRecord {
  const mergedAt = instant(one, "merged_at");
  const merge = commitId(text(one, "merge_commit_sha"));
  if (mergedAt === null || merge === null) return other;
  const keys = stageKeys({ revision: merge, artifact: null });
  return {
    kind: "stage",
    id: `github-pull-request:${text(one, "id") ?? merge}`,
    stages: [
      { stage: "opened", keys, at: instant(one, "created_at") },
      { stage: "merged", keys, at: mergedAt },
    ],
  };
}

/** A push to the default branch: its last commit is merged from then on. */
function push(payload: Json): EventRecord {
  const repository = at(payload, "repository");
  const branch = text(repository, "default_branch");
  const revision = commitId(text(payload, "after"));
  const pushedAt = instant(repository, "pushed_at");
  if (branch === null || revision === null || pushedAt === null) return other;
  if (text(payload, "ref") !== `refs/heads/${branch}` || /^0+$/.test(revision)) return other;
  const keys = stageKeys({ revision, artifact: null });
  return {
    kind: "stage",
    id: `github-push:${revision}`,
    stages: [{ stage: "merged", keys, at: pushedAt }],
  };
}

interface Repository {
  readonly name: string;
  /** `acme/till` */
  readonly path: string | null;
}

/** Of one thing in one repository: ids are the forge's own, and there may be several forges. */
function idOf(kind: string, { name, path }: Repository, id: string | null): string {
  return `github-${kind}:${path ?? name}:${id ?? ""}`;
}

/** A deployment has any number of statuses: `success` again when it gets an address, `inactive` when the next one came. */
function deploymentStatus(payload: Json, repository: Repository): EventRecord {
  const status = at(payload, "deployment_status");
  const deployment = at(payload, "deployment");
  const state = text(status, "state") ?? "";
  if (/^(?:pending|queued|in_progress|waiting|requested|inactive|destroyed|abandoned)$/.test(state))
    return other;
  if (!/^(?:success|failure|error)$/.test(state))
    return refused(`deployment state "${state}" is not known`);
  const sha = text(deployment, "sha");
  const run = text(at(payload, "workflow_run"), "id");
  const id = text(deployment, "id");
  return {
    kind: "deployment",
    id:
      id === null
        ? idOf("status", repository, text(status, "id"))
        : idOf("deployment", repository, id),
    isOfThing: true,
    application: repository.name,
    project: repository.path,
    environment: text(status, "environment") ?? text(deployment, "environment"),
    // False is also what GitHub says of names that it does not know.
    isProduction: deployment["production_environment"] === true ? true : null,
    run: run === null ? null : idOf("run", repository, run),
    version: refVersion(text(deployment, "ref"), null) ?? sha,
    revision: commitId(sha),
    startedAt: instant(deployment, "created_at"),
    finishedAt: instant(status, "created_at"),
    outcome: state === "success" ? "succeeded" : "failed",
    artifact: null,
  };
}

/**
 * A run counts when its workflow is called a deployment and it made no deployment of GitHub's own; the environment stands in its
 * name, or it is production. An attempt is a deployment of its own.
 */
function workflowRun(payload: Json, repository: Repository): EventRecord {
  const run = at(payload, "workflow_run");
  const name = text(run, "name") ?? "";
  const conclusion = text(run, "conclusion");
  if (
    conclusion === null ||
    /^(?:cancelled|skipped|neutral|stale|action_required)$/.test(conclusion)
  )
    return other;
  if (!/^(?:success|failure|timed_out|startup_failure)$/.test(conclusion))
    return refused(`conclusion "${conclusion}" of a workflow run is not known`);
  const sha = text(run, "head_sha");
  if (!isCalledDeployment(name)) {
    const builtAt = instant(run, "finished_at") ?? instant(run, "updated_at");
    const isBuilt = conclusion === "success" && /\b(?:build|release|publish|package)/i.test(name);
    return isBuilt
      ? builtStage(`github-workflow-run:${text(run, "id") ?? ""}`, sha, builtAt)
      : other;
  }
  return {
    kind: "deployment",
    id: `${idOf("run", repository, text(run, "id"))}:${text(run, "run_attempt") ?? "1"}`,
    isOfThing: true,
    run: idOf("run", repository, text(run, "id")),
    isRunOnly: true,
    application: repository.name,
    project: repository.path,
    environment:
      environmentOfName(name) ??
      ((text(run, "event") ?? "").startsWith("pull_request") ? "preview" : "production"),
    version: sha,
    revision: commitId(sha),
    startedAt: instant(run, "run_started_at") ?? instant(run, "created_at"),
    finishedAt: instant(run, "updated_at"),
    outcome: conclusion === "success" ? "succeeded" : "failed",
    artifact: null,
  };
}

function release(payload: Json, repository: Repository): EventRecord {
  if (!/^(?:published|released)$/.test(text(payload, "action") ?? "")) return other;
  const one = at(payload, "release");
  if (one["draft"] === true || one["prerelease"] === true) return other;
  const version = text(one, "tag_name");
  if (isBeforeRelease(version ?? "")) return other;
  return {
    kind: "deployment",
    id: idOf("release", repository, text(one, "id")),
    application: repository.name,
    project: repository.path,
    environment: "release",
    version,
    revision: commitId(text(one, "target_commitish")),
    startedAt: null,
    finishedAt: instant(one, "published_at"),
    outcome: "succeeded",
    artifact: null,
  };
}

function issue(
  payload: Json,
  repository: Repository,
  { incidentLabels }: ForgeOptions,
): EventRecord {
  const one = at(payload, "issue");
  const action = text(payload, "action");
  const isIncident = (label: Json): boolean =>
    incidentLabels.includes((text(label, "name") ?? "").toLowerCase());
  // The label taken away, the issue deleted, or a duplicate: no incident after all, or not this one.
  const isUnlabelled = action === "unlabeled" && isIncident(at(payload, "label"));
  if (!isUnlabelled && !list(one, "labels").some(isIncident)) return other;
  const isNone = isUnlabelled || action === "deleted" || text(one, "state_reason") === "duplicate";
  const changedAt = instant(one, "updated_at");
  const incident = `github-issue:${text(one, "id") ?? ""}`;
  return {
    kind: "incident",
    id: `${incident}:${text(one, "updated_at") ?? ""}:${action ?? ""}`,
    incident,
    service: repository.path ?? repository.name,
    environment: null,
    startedAt: instant(one, "created_at"),
    resolvedAt: isNone ? null : instant(one, "closed_at"),
    openAt: !isNone && text(one, "state") === "open" ? changedAt : null,
    cancelledAt: isNone ? (changedAt ?? instant(one, "created_at")) : null,
    deploymentId: blamedCommit(one["body"]),
    artifact: null,
  };
}
