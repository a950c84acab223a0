import type { Ending } from "./event-record.ts";
import { isBeforeRelease } from "#evidence/version-names.ts";
import { commitId, stageKeys } from "./cdevents.ts";
import { at, instant, list, text, type Json } from "./fields.ts";
import { other, refused, type EventRecord } from "./event-record.ts";
import { blamedCommit, builtStage, refVersion, type ForgeOptions } from "./forges.ts";

/** GitLab's hooks: deployment, pipeline and job (with an environment), release, merge request, issue. */
export function readGitlab(record: Json, options: ForgeOptions): EventRecord[] | null {
  const payload = Object.hasOwn(record, "payload") ? at(record, "payload") : record;
  const kind = text(payload, "object_kind");
  if (kind === null) return null;
  const project = projectOf(payload);
  if (kind === "deployment") return [deployment(payload, project)];
  if (kind === "pipeline") return pipeline(payload, project);
  if (kind === "build") return [job(payload, project)];
  if (kind === "release") return [release(payload, project)];
  if (kind === "merge_request") return [mergeRequest(at(payload, "object_attributes"))];
  return kind === "issue" ? [issue(payload, project, options)] : [other];
}

interface Project {
  readonly name: string | null;
  /** `acme/shop/api`: groups may each have an `api`. */
  readonly path: string | null;
}

function projectOf(payload: Json): Project {
  const project = at(payload, "project");
  const name = text(project, "name") ?? text(payload, "project_name")?.split("/").at(-1)?.trim();
  return { name: name ?? null, path: text(project, "path_with_namespace") };
}

/** Ids are the instance's own, and there may be several instances. */
function idOf(kind: string, { name, path }: Project, id: string | null): string {
  return `gitlab-${kind}:${path ?? name ?? ""}:${id ?? ""}`;
}

const openStates =
  /^(?:created|pending|preparing|running|scheduled|manual|blocked|approved|rejected|canceled|canceling|skipped|waiting_for_resource|waiting_for_callback)$/;

/** Success or failure; what is under way, waits, or was stopped is no deployment, and what is not known is named. */
function outcomeOf(status: string): Ending | EventRecord {
  if (status === "success") return "succeeded";
  if (status === "failed") return "failed";
  return openStates.test(status) ? other : refused(`deployment status "${status}" is not known`);
}

/** GitLab's deployment tiers; null: none is told. */
function isProductionTier(tier: string | null): boolean | null {
  return tier === null ? null : tier === "production";
}

/** Sent at each change of its status. The job that makes it tells of it, too: in a hook of its own and in its pipeline's. */
function deployment(payload: Json, project: Project): EventRecord {
  const outcome = outcomeOf(text(payload, "status") ?? "");
  if (typeof outcome !== "string") return outcome;
  const commit = commitId(text(payload, "commit_url")?.split("/").at(-1) ?? null);
  const sha = commit ?? text(payload, "short_sha");
  const madeBy = text(payload, "deployable_id");
  const made = idOf("deployment", project, text(payload, "deployment_id"));
  return {
    kind: "deployment",
    id: madeBy === null ? made : idOf("job", project, madeBy),
    isOfThing: true,
    application: project.name,
    project: project.path,
    environment: text(payload, "environment"),
    isProduction: isProductionTier(text(payload, "environment_tier")),
    version: refVersion(text(payload, "ref"), null) ?? sha,
    revision: commitId(sha),
    startedAt: null,
    finishedAt: instant(payload, "status_changed_at"),
    outcome,
    artifact: null,
  };
}

function mergeRequest(one: Json): EventRecord {
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

function pipeline(payload: Json, project: Project): EventRecord[] {
  const attributes = at(payload, "object_attributes");
  const sha = text(attributes, "sha");
  const version = refVersion(text(attributes, "ref"), attributes["tag"]) ?? sha;
  return list(payload, "builds").map((build) =>
    jobRecord({
      project,
      id: text(build, "id"),
      stage: text(build, "stage"),
      status: text(build, "status"),
      environment: at(build, "environment"),
      sha,
      version,
      startedAt: instant(build, "started_at"),
      finishedAt: instant(build, "finished_at"),
    }),
  );
}

function job(payload: Json, project: Project): EventRecord {
  const sha = text(payload, "sha");
  return jobRecord({
    project,
    id: text(payload, "build_id"),
    stage: text(payload, "build_stage"),
    status: text(payload, "build_status"),
    environment: at(payload, "environment"),
    sha,
    version: refVersion(text(payload, "ref"), payload["tag"]) ?? sha,
    startedAt: instant(payload, "build_started_at"),
    finishedAt: instant(payload, "build_finished_at"),
  });
}

interface Job {
  readonly project: Project;
  readonly id: string | null;
  readonly stage: string | null;
  readonly status: string | null;
  readonly environment: Json;
  readonly sha: string | null;
  readonly version: string | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

/** A job that starts something in an environment deploys; one that stops, prepares, verifies or only accesses it does not. */
function jobRecord(one: Job): EventRecord {
  const { project, environment, status } = one;
  const name = text(environment, "name");
  if (name === null) {
    const isBuild = /^(?:build|package|publish|release)/i.test(one.stage ?? "");
    return isBuild && status === "success"
      ? builtStage(idOf("job", project, one.id), one.sha, one.finishedAt)
      : other;
  }
  const outcome = outcomeOf(status ?? "");
  if ((text(environment, "action") ?? "start") !== "start") return other;
  if (typeof outcome !== "string") return outcome;
  return {
    kind: "deployment",
    id: idOf("job", project, one.id),
    isOfThing: true,
    application: project.name,
    project: project.path,
    environment: name,
    isProduction: isProductionTier(text(environment, "deployment_tier")),
    version: one.version,
    revision: commitId(one.sha),
    startedAt: one.startedAt,
    finishedAt: one.finishedAt,
    outcome,
    artifact: null,
  };
}

function release(payload: Json, project: Project): EventRecord {
  const version = text(payload, "tag");
  if (text(payload, "action") !== "create" || isBeforeRelease(version ?? "")) return other;
  return {
    kind: "deployment",
    id: idOf("release", project, text(payload, "id")),
    application: project.name,
    project: project.path,
    environment: "release",
    version,
    revision: commitId(text(at(payload, "commit"), "id")),
    startedAt: null,
    finishedAt: instant(payload, "released_at") ?? instant(payload, "created_at"),
    outcome: "succeeded",
    artifact: null,
  };
}

function issue(payload: Json, project: Project, { incidentLabels }: ForgeOptions): EventRecord {
  const one = at(payload, "object_attributes");
  const labels = [...list(payload, "labels"), ...list(one, "labels")];
  if (!labels.some((label) => incidentLabels.includes((text(label, "title") ?? "").toLowerCase())))
    return other;
  const incident = `gitlab-issue:${text(one, "id") ?? ""}`;
  return {
    kind: "incident",
    id: `${incident}:${text(one, "updated_at") ?? ""}:${text(one, "action") ?? ""}`,
    incident,
    service: project.path ?? project.name,
    environment: null,
    startedAt: instant(one, "created_at"),
    resolvedAt: instant(one, "closed_at"),
    openAt: /^(?:opened|reopened)$/.test(text(one, "state") ?? "")
      ? instant(one, "updated_at")
      : null,
    deploymentId: blamedCommit(one["description"]),
    artifact: null,
  };
}
