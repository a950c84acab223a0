import { deploymentRecord, lastOf, projectOfAddress } from "./deployment-record.ts";
import { other, refused, type EventRecord } from "./event-record.ts";
import { at, instant, isObject, text, type Json } from "./fields.ts";
import { incidentRecord, namesOf } from "./incident-record.ts";

/** What hosts applications, and what is told of them to a monitor. Null: the record is of something else. */
export function readHosting(record: Json): EventRecord | null {
  return readVercel(record) ?? readNetlify(record) ?? readHeroku(record) ?? readDatadog(record);
}

/** Vercel's hooks: a deployment without a target is a preview; `promoted` puts one that was made before into production. */
function readVercel(record: Json): EventRecord | null {
  const type = text(record, "type") ?? "";
  const payload = at(record, "payload");
  const one = at(payload, "deployment");
  if (!/^deployment[.-]/.test(type) || text(one, "id") === null) return null;
  const action = type.slice("deployment.".length);
  if (!/^(?:succeeded|ready|error|promoted|rollback)$/.test(action)) return other;
  // `ready` says that it was built, `succeeded` that its checks passed, too: they are of one deployment.
  const isAgain = action === "promoted" || action === "rollback";
  const meta = at(one, "meta");
  const said = (name: string): string | null => {
    for (const forge of ["github", "gitlab", "bitbucket"]) {
      const found = text(meta, `${forge}${name}`);
      if (found !== null) return found;
    }
    return null;
  };
  const owner = said("CommitOrg");
  const repository = said("CommitRepo") ?? said("ProjectName") ?? said("RepoSlug");
  const target = isAgain ? "production" : (text(payload, "target") ?? text(one, "target"));
  return deploymentRecord({
    id: `vercel:${text(one, "id") ?? ""}${isAgain ? `:${action}:${text(record, "id") ?? ""}` : ""}`,
    application: text(one, "name"),
    project: owner === null || repository === null ? null : `${owner}/${repository}`,
    environment: target ?? "preview",
    isProduction: target === "production",
    revision: said("CommitSha"),
    finishedAt: instant(record, "createdAt"),
    outcome: action === "error" ? "failed" : action === "rollback" ? "rolled-back" : "succeeded",
  });
}

/** Netlify's deploy notifications and what it lists: `context` is the environment. */
function readNetlify(record: Json): EventRecord | null {
  const context = text(record, "context");
  const state = text(record, "state");
  if (context === null || state === null || text(record, "site_id") === null) return null;
  // What was skipped, or made for production and never published, did not run.
  const isUnpublished = context === "production" && record["published_at"] === null;
  if (!/^(?:ready|error)$/.test(state) || record["skipped"] === true) return other;
  if (isUnpublished && (state === "ready" || isSkippedBuild(record))) return other;
  const project = projectOfAddress(text(record, "commit_url"));
  return deploymentRecord({
    id: `netlify:${text(record, "id") ?? ""}`,
    application: text(record, "name"),
    project: project?.split("/").slice(0, 2).join("/") ?? null,
    environment: context === "deploy-preview" || context === "branch-deploy" ? "preview" : context,
    revision: text(record, "commit_ref"),
    startedAt: null,
    finishedAt: instant(record, "published_at") ?? instant(record, "updated_at"),
    outcome: state === "ready" ? "succeeded" : "failed",
  });
}

/** A build that Netlify was told to leave out ends as an error. */
function isSkippedBuild(record: Json): boolean {
  return /^(?:cancell?ed build|skipped)/i.test(text(record, "error_message") ?? "");
}

/**
 * Heroku's `api:release`, and releases as its API lists them: what an application's releases run is told; a release is told of when it is made and when it is
 * over. One that only sets variables or attaches an add-on runs what ran before.
 */
function readHeroku(record: Json): EventRecord | null {
  const isListed =
    Object.hasOwn(record, "slug") &&
    text(record, "version") !== null &&
    text(record, "description") !== null;
  const one = isListed ? record : at(record, "data");
  if ((!isListed && text(record, "resource") !== "release") || !isObject(one["app"])) return null;
  if (isSetting.test(text(one, "description") ?? "")) return other;
  const status = text(one, "status") ?? "";
  const app = text(at(one, "app"), "name");
  if (!/^(?:succeeded|failed)$/.test(status)) return other;
  return deploymentRecord({
    id: `heroku:${text(one, "id") ?? ""}`,
    application: app,
    environment: herokuEnvironment(app ?? ""),
    version: text(at(one, "slug"), "commit") ?? text(one, "version"),
    revision: text(at(one, "slug"), "commit"),
    finishedAt: instant(one, "updated_at") ?? instant(one, "created_at"),
    outcome:
      status === "failed"
        ? "failed"
        : /^Rollback to /i.test(text(one, "description") ?? "")
          ? "rolled-back"
          : "succeeded",
  });
}

const isSetting =
  /^(?:(?:set|remove|unset|update) .{1,400} config vars?|(?:attach|detach|update|add|remove|provision|change) .{1,200}(?:add-?on|@ref:|addon)|initial release|enable logplex|add-?on )/i;

/** Stages of a pipeline are applications of their own, called after them by custom. */
function herokuEnvironment(app: string): string {
  return (
    /-(staging|stage|dev|development|test|qa|review|pr-\d{1,9})$/i.exec(app)?.[1] ?? "production"
  );
}

/** Datadog: DORA deployments and incidents as they are sent and listed, and incidents of its incident management. */
function readDatadog(record: Json): EventRecord | null {
  const one = isObject(record["attributes"]) ? record : at(record, "data");
  const attributes = at(one, "attributes");
  const type = text(one, "type") ?? "";
  // Rootly calls its own so, too.
  if (type === "incidents" && attributes["created_at"] !== undefined) return null;
  if (type === "incidents") return datadogIncident(one, attributes);
  const service = text(attributes, "service");
  const isDora = type.startsWith("dora_");
  const hasTimes = instant(attributes, "started_at") !== null;
  if (!hasTimes || (!isDora && !isObject(attributes["git"]))) return null;
  const id = text(one, "id") ?? text(attributes, "id");
  if (service !== null && !/failure|incident/.test(type)) {
    const git = at(attributes, "git");
    const project = projectOfAddress(text(git, "repository_url"));
    const finishedAt = instant(attributes, "finished_at");
    return deploymentRecord({
      id: `datadog:${id ?? `${service}:${text(attributes, "env") ?? ""}:${String(finishedAt)}`}`,
      application: service,
      project: lastOf(project) === service ? project : null,
      environment: text(attributes, "env"),
      version: text(attributes, "version"),
      revision: text(git, "commit_sha"),
      startedAt: instant(attributes, "started_at"),
      finishedAt,
      outcome: attributes["change_failure"] === true ? "failed" : "succeeded",
    });
  }
  const services = attributes["services"];
  return incidentRecord({
    incident: `datadog:${id ?? text(attributes, "started_at") ?? ""}`,
    message: text(attributes, "finished_at") ?? "open",
    services: Array.isArray(services) ? services.filter((name) => typeof name === "string") : [],
    environment: text(attributes, "env"),
    startedAt: instant(attributes, "started_at"),
    resolvedAt: instant(attributes, "finished_at"),
  });
}

function datadogIncident(one: Json, attributes: Json): EventRecord {
  const id = text(one, "id") ?? text(attributes, "public_id");
  if (id === null) return refused("the incident has no id");
  const fields = at(attributes, "fields");
  const said = (name: string): string[] => {
    const value = at(fields, name)["value"];
    return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
  };
  const state = text(attributes, "state") ?? said("state")[0] ?? "";
  const isOver = /^(?:resolved|completed)$/i.test(state);
  const changedAt = instant(attributes, "modified");
  return incidentRecord({
    incident: `datadog:${id}`,
    message: `${state}:${text(attributes, "modified") ?? ""}`,
    services: [...said("services"), ...namesOf(attributes, "services")],
    environment: said("env")[0] ?? null,
    startedAt: instant(attributes, "detected") ?? instant(attributes, "created"),
    resolvedAt: isOver ? (instant(attributes, "resolved") ?? changedAt) : null,
    openAt: /^(?:active|stable|declared)$/i.test(state) ? changedAt : null,
    remark:
      isOver || /^(?:active|stable|declared|)$/i.test(state)
        ? null
        : `Datadog's state "${state.slice(0, 40)}" is not known: only the start of the incident counts`,
  });
}
