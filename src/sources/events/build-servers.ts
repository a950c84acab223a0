import type { Ending } from "./event-record.ts";
import { environmentOfName, isCalledDeployment } from "./deploying-names.ts";
import { deploymentRecord, lastOf, projectOfAddress } from "./deployment-record.ts";
import { other, refused, type EventRecord } from "./event-record.ts";
import { at, instant, isObject, list, text, type Json } from "./fields.ts";
import { builtStage } from "./forges.ts";

/** Hooks of servers that build: what is called a deployment there is one. Null: the record is of something else. */
export function readBuildServer(record: Json): EventRecord | null {
  return readCircleCi(record) ?? readBuildkite(record) ?? readJenkins(record);
}

interface Finished {
  readonly id: string;
  readonly run: string;
  readonly isRunOnly: boolean;
  readonly name: string;
  readonly application: string | null;
  readonly project: string | null;
  /** Where the server itself tells it. */
  readonly environment: string | null;
  readonly outcome: Ending;
  readonly tag: string | null;
  readonly branch: string | null;
  readonly revision: string | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly remark?: string | null;
}

/** Not called a deployment: when the change was built, where it says so. */
function finished(one: Finished): EventRecord {
  const { name, environment, tag, branch, outcome, ...rest } = one;
  if (environment === null && !isCalledDeployment(name)) {
    const isBuild = outcome === "succeeded" && /\b(?:build|release|publish|package)/i.test(name);
    return isBuild ? builtStage(one.id, one.revision, one.finishedAt) : other;
  }
  const isAside = tag === null && branch !== null && !mainBranch.test(branch);
  return deploymentRecord({
    ...rest,
    outcome,
    version: tag,
    environment: environment ?? environmentOfName(name) ?? (isAside ? "preview" : "production"),
  });
}

const mainBranch =
  /^(?:origin\/|refs\/heads\/)?(?:main|master|trunk|default|production|prod|live|(?:release|releases|hotfix)\/.{1,200}|HEAD)$/i;

/**
 * CircleCI: `job-completed` of a job that is called a deployment, and `workflow-completed` where the workflow is and made none.
 * A rerun has ids of its own.
 */
function readCircleCi(record: Json): EventRecord | null {
  const type = text(record, "type");
  if (type !== "workflow-completed" && type !== "job-completed") return null;
  const workflow = at(record, "workflow");
  const pipeline = at(record, "pipeline");
  const isJob = isObject(record["job"]);
  const one = isJob ? at(record, "job") : workflow;
  const id = text(one, "id");
  if (id === null) return refused("CircleCI's hook names no job and no workflow");
  const status = text(one, "status") ?? "";
  if (/^(?:canceled|cancelled|unauthorized|not_run|on_hold|running|queued)$/.test(status))
    return other;
  if (!/^(?:success|failed|failure|error|timedout|infrastructure_fail)$/.test(status))
    return refused(`CircleCI does not document the status "${status.slice(0, 40)}"`);
  const vcs = at(pipeline, "vcs");
  const git = at(at(pipeline, "trigger_parameters"), "git");
  const project = at(record, "project");
  const slug = text(project, "slug");
  // Projects of other forges than GitHub and Bitbucket have a slug of ids.
  const path =
    projectOfAddress(text(vcs, "target_repository_url")) ??
    projectOfAddress(text(git, "checkout_url")) ??
    (slug === null || slug.startsWith("circleci/") ? null : slug.split("/").slice(1).join("/"));
  const run = `circleci-workflow:${text(workflow, "id") ?? id}`;
  return finished({
    id: isJob ? `circleci-job:${id}` : run,
    run,
    isRunOnly: !isJob,
    name: text(one, "name") ?? "",
    application: text(project, "name"),
    project: path,
    environment: null,
    outcome: status === "success" ? "succeeded" : "failed",
    tag: text(vcs, "tag") ?? text(git, "tag"),
    branch: text(vcs, "branch") ?? text(git, "branch"),
    revision: text(vcs, "revision") ?? text(git, "checkout_sha"),
    startedAt: instant(one, "started_at") ?? instant(one, "created_at"),
    finishedAt: instant(one, "stopped_at") ?? instant(record, "happened_at"),
  });
}

/** Buildkite: `build.finished` of a pipeline that is called a deployment, `job.finished` of such a step. */
function readBuildkite(record: Json): EventRecord | null {
  const event = text(record, "event") ?? "";
  const build = at(record, "build");
  const pipeline = at(record, "pipeline");
  if (!/^(?:build|job|agent|ping)\b/.test(event) || text(pipeline, "slug") === null) return null;
  const isJob = event === "job.finished";
  if (!isJob && event !== "build.finished") return other;
  const one = isJob ? at(record, "job") : build;
  const state = text(one, "state") ?? "";
  if (!/^(?:passed|failed|timed_out|broken)$/.test(state)) return other;
  const run = `buildkite-build:${text(build, "id") ?? text(build, "number") ?? ""}`;
  return finished({
    id: isJob ? `buildkite-job:${text(one, "id") ?? ""}` : run,
    run,
    isRunOnly: !isJob,
    name: (isJob ? text(one, "name") : text(pipeline, "name")) ?? "",
    application: lastOf(projectOfAddress(text(pipeline, "repository"))) ?? text(pipeline, "name"),
    project: projectOfAddress(text(pipeline, "repository")),
    environment: null,
    outcome: state === "passed" ? "succeeded" : "failed",
    tag: text(build, "tag"),
    branch: text(build, "branch"),
    revision: text(build, "commit"),
    startedAt: instant(one, "started_at"),
    finishedAt: instant(one, "finished_at"),
  });
}

const environmentParameter = /^(?:target[_-]?|deploy[_-]?)?env(?:ironment)?(?:[_-]?name)?$/i;
const applicationParameter = /^(?:app(?:lication)?|service|component)(?:[_-]?name)?$/i;
const versionParameter =
  /^(?:(?:app(?:lication)?|release|image|docker|artifact)[_-]?)?(?:version|tag)$/i;

/**
 * Jenkins: messages of its Notification plugin (`build.phase`: a build is told of when it is completed and when it is finalized)
 * and builds as its API lists them, whose `timestamp` is their beginning.
 */
function readJenkins(record: Json): EventRecord | null {
  const build = at(record, "build");
  if (text(build, "phase") !== null && text(build, "number") !== null) return notified(record);
  const isBuild =
    /(?:\.|^)(?:\w{1,60}Run|\w{1,60}Build)$/.test(text(record, "_class") ?? "") &&
    text(record, "number") !== null;
  if (!isBuild) return null;
  const actions = list(record, "actions");
  const data = actions.map((action) => at(action, "lastBuiltRevision")).find((one) => one["SHA1"]);
  const remotes = actions.flatMap((action) => action["remoteUrls"] ?? []);
  const address = remotes.find((one) => typeof one === "string") ?? null;
  const startedAt = instant(record, "timestamp");
  const duration = Number(text(record, "duration") ?? Number.NaN);
  const parameters = new Map(
    actions
      .flatMap((action) => list(action, "parameters"))
      .flatMap((one) => {
        const name = text(one, "name");
        return name === null ? [] : [[name, text(one, "value") ?? ""] as const];
      }),
  );
  return jenkinsBuild({
    address: text(record, "url"),
    number: text(record, "number"),
    status: text(record, "result"),
    parameters,
    project: projectOfAddress(typeof address === "string" ? address : null),
    revision: data === undefined ? null : text(data, "SHA1"),
    branch: null,
    startedAt,
    finishedAt: startedAt === null || Number.isNaN(duration) ? null : startedAt + duration / 1000,
  });
}

function notified(record: Json): EventRecord {
  const build = at(record, "build");
  const phase = text(build, "phase") ?? "";
  if (!/^(?:COMPLETED|FINALIZED|FINISHED)$/.test(phase)) return other;
  const scm = at(build, "scm");
  const said = at(build, "parameters");
  const parameters = new Map(Object.keys(said).map((name) => [name, text(said, name) ?? ""]));
  return jenkinsBuild({
    address: text(build, "full_url") ?? text(build, "url") ?? text(record, "url"),
    number: text(build, "number"),
    status: text(build, "status"),
    parameters,
    project: projectOfAddress(text(scm, "url")),
    revision: text(scm, "commit"),
    branch: text(scm, "branch"),
    startedAt: null,
    finishedAt: instant(build, "timestamp"),
  });
}

interface JenkinsBuild {
  readonly address: string | null;
  readonly number: string | null;
  readonly status: string | null;
  readonly parameters: ReadonlyMap<string, string>;
  readonly project: string | null;
  readonly revision: string | null;
  readonly branch: string | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

function jenkinsBuild(one: JenkinsBuild): EventRecord {
  const { address, number, parameters, project, status } = one;
  if (status === null || /^(?:ABORTED|NOT_BUILT)$/.test(status)) return other;
  if (!/^(?:SUCCESS|UNSTABLE|FAILURE)$/.test(status))
    return refused(`Jenkins does not document the result "${status.slice(0, 40)}"`);
  const said = (name: RegExp): string | null => {
    for (const [key, value] of parameters) if (value !== "" && name.test(key)) return value;
    return null;
  };
  // `…/job/bakery/job/ovens-deploy/job/main/12/`: folders, the job, and its branch.
  const path = address?.replace(/\/\d{1,9}\/?$/, "") ?? "";
  const parts = path.split(/\/?job\//).slice(1);
  const name = parts.join("/");
  const environment = said(environmentParameter);
  const id = `jenkins:${path}:${number ?? ""}`;
  const isNamed = isCalledDeployment(name);
  return finished({
    id,
    run: id,
    isRunOnly: false,
    name,
    application: said(applicationParameter) ?? lastOf(project) ?? parts[0] ?? null,
    project,
    environment: isNamed ? environment : null,
    outcome: status === "FAILURE" ? "failed" : "succeeded",
    tag: isNamed ? said(versionParameter) : null,
    branch: one.branch,
    revision: one.revision,
    startedAt: one.startedAt,
    finishedAt: one.finishedAt,
    remark:
      status === "UNSTABLE"
        ? "it ended UNSTABLE: the build went on to its end, the deployment counts as made"
        : null,
  });
}
