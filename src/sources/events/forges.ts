import { commitId, stageKeys } from "./cdevents.ts";
import { at, instant, list, text, type Json } from "./fields.ts";
import { other, refused, type EventRecord } from "./event-record.ts";

export interface ForgeOptions {
  /** Labels of issues that are incidents, lower case. */
  readonly incidentLabels: readonly string[];
  /** Of times that name none; absent: UTC. */
  readonly timeZone?: string | null;
}

/** GitHub's webhook payloads, bare or beside their headers: deployment_status, workflow_run, release, push, pull_request, issues. */
export function readGithub(record: Json, options: ForgeOptions): EventRecord | null {
  const payload = Object.hasOwn(record, "payload") ? at(record, "payload") : record;
  const repository = text(at(payload, "repository"), "name");
  if (repository === null) return null;
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

function deploymentStatus(payload: Json, repository: string): EventRecord {
  const status = at(payload, "deployment_status");
  const deployment = at(payload, "deployment");
  const state = text(status, "state") ?? "";
  if (/^(?:pending|queued|in_progress|waiting|inactive|destroyed)$/.test(state)) return other;
  if (!/^(?:success|failure|error)$/.test(state))
    return refused(`deployment state "${state}" is not known`);
  const sha = text(deployment, "sha");
  return {
    kind: "deployment",
    id: `github-deployment-status:${text(status, "id") ?? ""}`,
    application: repository,
    environment: text(status, "environment") ?? text(deployment, "environment"),
    version: text(deployment, "ref") ?? sha,
    revision: commitId(sha),
    startedAt: instant(deployment, "created_at"),
    finishedAt: instant(status, "created_at"),
    outcome: state === "success" ? "succeeded" : "failed",
    artifact: null,
  };
}

/** A run counts when its workflow is called a deployment; the environment stands in its name, or it is production. */
function workflowRun(payload: Json, repository: string): EventRecord {
  const run = at(payload, "workflow_run");
  const name = text(run, "name") ?? "";
  const conclusion = text(run, "conclusion");
  if (conclusion === null || /^(?:cancelled|skipped|neutral|stale)$/.test(conclusion)) return other;
  const sha = text(run, "head_sha");
  if (!/\bdeploy/i.test(name)) {
    const isBuilt = conclusion === "success" && /\b(?:build|release|publish|package)/i.test(name);
    return isBuilt ? built(`github-workflow-run:${text(run, "id") ?? ""}`, sha, run) : other;
  }
  return {
    kind: "deployment",
    id: `github-workflow-run:${text(run, "id") ?? ""}:${text(run, "run_attempt") ?? "1"}`,
    application: repository,
    environment:
      /\b(staging|stage|integration|test|qa|uat|dev|development|preview|sandbox)\b/i
        .exec(name)?.[1]
        ?.toLowerCase() ?? "production",
    version: sha,
    revision: commitId(sha),
    startedAt: instant(run, "run_started_at") ?? instant(run, "created_at"),
    finishedAt: instant(run, "updated_at"),
    outcome: conclusion === "success" ? "succeeded" : "failed",
    artifact: null,
  };
}

function built(id: string, sha: string | null, run: Json): EventRecord {
  const keys = stageKeys({ revision: sha, artifact: null });
  if (keys.length === 0) return other;
  const finishedAt = instant(run, "finished_at") ?? instant(run, "updated_at");
  return { kind: "stage", id, stages: [{ stage: "built", keys, at: finishedAt }] };
}

function release(payload: Json, repository: string): EventRecord {
  if (!/^(?:published|released)$/.test(text(payload, "action") ?? "")) return other;
  const one = at(payload, "release");
  if (one["draft"] === true || one["prerelease"] === true) return other;
  const version = text(one, "tag_name");
  return {
    kind: "deployment",
    id: `github-release:${text(one, "id") ?? ""}`,
    application: repository,
    environment: "release",
    version,
    revision: commitId(text(one, "target_commitish")),
    startedAt: null,
    finishedAt: instant(one, "published_at"),
    outcome: "succeeded",
    artifact: null,
  };
}

function issue(payload: Json, repository: string, { incidentLabels }: ForgeOptions): EventRecord {
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
    service: repository,
    environment: null,
    startedAt: instant(one, "created_at"),
    resolvedAt: isNone ? null : instant(one, "closed_at"),
    openAt: !isNone && text(one, "state") === "open" ? changedAt : null,
    cancelledAt: isNone ? (changedAt ?? instant(one, "created_at")) : null,
    deploymentId: null,
    artifact: null,
  };
}

/** GitLab's hooks: deployment, pipeline (jobs with an environment), issue. */
export function readGitlab(record: Json, options: ForgeOptions): EventRecord[] | null {
  const payload = Object.hasOwn(record, "payload") ? at(record, "payload") : record;
  const kind = text(payload, "object_kind");
  if (kind === null) return null;
  const project = text(at(payload, "project"), "name");
  if (kind === "deployment") return [gitlabDeployment(payload, project)];
  if (kind === "pipeline") return gitlabPipeline(payload, project);
  if (kind === "merge_request") return [gitlabMerge(at(payload, "object_attributes"))];
  return kind === "issue" ? [gitlabIssue(payload, project, options)] : [other];
}

function gitlabDeployment(payload: Json, project: string | null): EventRecord {
  const status = text(payload, "status") ?? "";
  if (!/^(?:success|failed)$/.test(status)) {
    const isKnown = /^(?:created|running|canceled|blocked|skipped)$/.test(status);
    return isKnown ? other : refused(`deployment status "${status}" is not known`);
  }
  const sha = text(payload, "short_sha");
  return {
    kind: "deployment",
    id: `gitlab-deployment:${text(payload, "deployment_id") ?? ""}:${status}`,
    application: project,
    environment: text(payload, "environment"),
    version: text(payload, "ref") ?? sha,
    revision: commitId(text(payload, "commit_url")?.split("/").at(-1) ?? null) ?? commitId(sha),
    startedAt: null,
    finishedAt: instant(payload, "status_changed_at"),
    outcome: status === "success" ? "succeeded" : "failed",
    artifact: null,
  };
}

function gitlabMerge(one: Json): EventRecord {
  const merge = commitId(text(one, "merge_commit_sha") ?? text(one, "squash_commit_sha"));
  if (text(one, "action") !== "merge" || merge === null) return other;
  const keys = stageKeys({ revision: merge, artifact: null });
  return {
    kind: "stage",
    id: `gitlab-merge-request:${text(one, "id") ?? merge}`,
    stages: [
      { stage: "opened", keys, at: instant(one, "created_at") },
      { stage: "merged", keys, at: instant(one, "merged_at") ?? instant(one, "updated_at") },
    ],
  };
}

function gitlabPipeline(payload: Json, project: string | null): EventRecord[] {
  const attributes = at(payload, "object_attributes");
  const sha = text(attributes, "sha");
  return list(payload, "builds").map((build): EventRecord => {
    const environment = at(build, "environment");
    const status = text(build, "status") ?? "";
    const action = text(environment, "action") ?? "start";
    const isBuild = /^(?:build|package|publish|release)/i.test(text(build, "stage") ?? "");
    if (text(environment, "name") === null && status === "success" && isBuild)
      return built(`gitlab-job:${text(build, "id") ?? ""}`, sha, build);
    if (
      text(environment, "name") === null ||
      action !== "start" ||
      !/^(?:success|failed)$/.test(status)
    )
      return other;
    return {
      kind: "deployment",
      id: `gitlab-job:${text(build, "id") ?? ""}`,
      application: project,
      environment: text(environment, "name"),
      version: text(attributes, "ref") ?? sha,
      revision: commitId(sha),
      startedAt: instant(build, "started_at"),
      finishedAt: instant(build, "finished_at"),
      outcome: status === "success" ? "succeeded" : "failed",
      artifact: null,
    };
  });
}

function gitlabIssue(
  payload: Json,
  project: string | null,
  { incidentLabels }: ForgeOptions,
): EventRecord {
  const one = at(payload, "object_attributes");
  const labels = [...list(payload, "labels"), ...list(one, "labels")];
  if (!labels.some((label) => incidentLabels.includes((text(label, "title") ?? "").toLowerCase())))
    return other;
  const incident = `gitlab-issue:${text(one, "id") ?? ""}`;
  return {
    kind: "incident",
    id: `${incident}:${text(one, "updated_at") ?? ""}:${text(one, "action") ?? ""}`,
    incident,
    service: project,
    environment: null,
    startedAt: instant(one, "created_at"),
    resolvedAt: instant(one, "closed_at"),
    openAt: /^(?:opened|reopened)$/.test(text(one, "state") ?? "")
      ? instant(one, "updated_at")
      : null,
    deploymentId: null,
    artifact: null,
  };
}
