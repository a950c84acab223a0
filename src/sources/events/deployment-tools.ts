import { deploymentRecord, lastOf, projectOfAddress } from "./deployment-record.ts";
import { isCalledDeployment } from "./deploying-names.ts";
import { other, refused, type EventRecord } from "./event-record.ts";
import { at, instant, list, text, type Json } from "./fields.ts";
import { versionOf } from "./cdevents.ts";

/** Tools that only deploy. Null: the record is of something else. */
export function readDeploymentTool(record: Json): readonly EventRecord[] | null {
  const one =
    readOctopus(record) ??
    readOctopusReport(record) ??
    readKeptn(record) ??
    readCodeDeploy(record) ??
    readHelmRelease(record);
  return one === null ? (readSpinnaker(record) ?? readArgoApplication(record)) : [one];
}

/**
 * Octopus Deploy's subscriptions: the sentence of an event (`Deploy to Production succeeded for Ovens release 1.2.0 to
 * Production`) says by its references which of its words name what. A tenant is a place of its own.
 */
function readOctopus(record: Json): EventRecord | null {
  if (text(record, "EventType") !== "SubscriptionPayload") return null;
  const event = at(at(record, "Payload"), "Event");
  const category = text(event, "Category") ?? "";
  if (category !== "DeploymentSucceeded" && category !== "DeploymentFailed") return other;
  const whole = event["Message"];
  const message = typeof whole === "string" ? whole : "";
  const named = new Map<string, { id: string; name: string }>();
  for (const reference of list(event, "MessageReferences")) {
    const id = text(reference, "ReferencedDocumentId") ?? "";
    const kind = /^([A-Za-z]{1,40})-/.exec(id)?.[1];
    const start = Number(text(reference, "StartIndex"));
    const length = Number(text(reference, "Length"));
    // The environment is named in the deployment's own name as well: the last word of its kind is the plain one.
    if (kind !== undefined && start >= 0 && length > 0)
      named.set(kind, { id, name: message.slice(start, start + length) });
  }
  const related = event["RelatedDocumentIds"];
  const ids = Array.isArray(related) ? related.filter((one) => typeof one === "string") : [];
  const id = named.get("Deployments")?.id ?? ids.find((one) => one.startsWith("Deployments-"));
  if (id === undefined) return refused("Octopus Deploy's event names no deployment");
  const environment = named.get("Environments")?.name ?? null;
  const tenant = named.get("Tenants")?.name;
  return deploymentRecord({
    id: `octopus:${text(at(record, "Payload"), "ServerUri") ?? ""}:${id}`,
    application: named.get("Projects")?.name ?? null,
    environment:
      environment === null || tenant === undefined ? environment : `${environment}/${tenant}`,
    version: named.get("Releases")?.name ?? null,
    finishedAt: instant(event, "Occurred"),
    outcome: category === "DeploymentSucceeded" ? "succeeded" : "failed",
  });
}

/** Rows of Octopus Deploy's reporting API and view: one for each deployment. */
function readOctopusReport(record: Json): EventRecord | null {
  const said = (key: string): string | null => text(record, key) ?? text(record, key.toLowerCase());
  const id = said("DeploymentId");
  const state = said("TaskState");
  if (id === null || state === null || said("EnvironmentName") === null) return null;
  if (/^(?:Queued|Executing|Canceled|Cancelling|TimedOut)$/i.test(state)) return other;
  if (!/^(?:Success|Failed)$/i.test(state))
    return refused(`Octopus Deploy does not document the state "${state.slice(0, 40)}"`);
  const time = (key: string): number | null =>
    instant(record, key) ?? instant(record, key.toLowerCase());
  const tenant = said("TenantName");
  const environment = said("EnvironmentName");
  return deploymentRecord({
    id: `octopus::${id}`,
    application: said("ProjectName"),
    environment: tenant === null ? environment : `${environment ?? ""}/${tenant}`,
    version: said("ReleaseVersion"),
    startedAt: time("StartTime"),
    finishedAt: time("CompletedTime"),
    outcome: /^Success$/i.test(state) ? "succeeded" : "failed",
  });
}

/** Keptn's `sh.keptn.event.deployment.finished`; the stage is the environment, and its context is the run. */
function readKeptn(record: Json): EventRecord | null {
  const type = text(record, "type") ?? "";
  if (!type.startsWith("sh.keptn.")) return null;
  const task =
    /^sh\.keptn\.(?:event\.|events?\.)(?:[\w-]{1,60}\.)?(deployment|rollback)[.-]finished$/.exec(
      type,
    )?.[1];
  if (task === undefined) return other;
  const data = at(record, "data");
  const result = text(data, "result") ?? "";
  const status = text(data, "status") ?? "";
  if (status === "aborted" || status === "unknown") return other;
  const isMade = status !== "errored" && !/^(?:fail|failed)$/.test(result);
  const labels = at(data, "labels");
  const image = text(at(at(data, "configurationChange"), "values"), "image") ?? text(data, "image");
  const stage = text(data, "stage");
  const service = text(data, "service");
  return deploymentRecord({
    id: `keptn:${text(record, "triggeredid") ?? text(record, "shkeptncontext") ?? text(record, "id") ?? ""}:${stage ?? ""}:${service ?? ""}`,
    application: service,
    environment: stage,
    version:
      text(labels, "version") ?? text(labels, "buildId") ?? versionOf(image) ?? text(data, "tag"),
    revision: text(labels, "commit") ?? text(labels, "gitcommit"),
    artifact: image,
    finishedAt: instant(record, "time"),
    outcome: !isMade ? "failed" : task === "rollback" ? "rolled-back" : "succeeded",
  });
}

/** AWS CodeDeploy as EventBridge tells it: a group is an environment. */
function readCodeDeploy(record: Json): EventRecord | null {
  if (text(record, "detail-type") !== "CodeDeploy Deployment State-change Notification")
    return null;
  const detail = at(record, "detail");
  const state = text(detail, "state") ?? "";
  if (!/^(?:SUCCESS|FAILURE)$/.test(state)) return other;
  return deploymentRecord({
    id: `codedeploy:${text(record, "account") ?? ""}:${text(record, "region") ?? ""}:${text(detail, "deploymentId") ?? text(record, "id") ?? ""}`,
    application: text(detail, "application"),
    environment: text(detail, "deploymentGroup"),
    finishedAt: instant(record, "time"),
    outcome: state === "SUCCESS" ? "succeeded" : "failed",
  });
}

/** Flux: what the helm controller says of a release. One that says the same again (each reconciliation) is no deployment. */
function readHelmRelease(record: Json): EventRecord | null {
  const involved = at(record, "involvedObject");
  if (text(involved, "kind") !== "HelmRelease" || text(record, "reason") === null) return null;
  const reason = text(record, "reason") ?? "";
  const isMade = /^(?:InstallSucceeded|UpgradeSucceeded|RollbackSucceeded)$/.test(reason);
  if (!isMade && !/^(?:InstallFailed|UpgradeFailed)$/.test(reason)) return other;
  const metadata = at(record, "metadata");
  const said = (name: RegExp): string | null => {
    for (const key of Object.keys(metadata)) if (name.test(key)) return text(metadata, key);
    return null;
  };
  const version = said(/(?:^|\/)app-?version$/i) ?? said(/(?:^|\/)revision$/);
  const when = instant(record, "timestamp") ?? instant(record, "lastTimestamp");
  const name = text(involved, "name");
  return deploymentRecord({
    id: `flux:${text(involved, "uid") ?? name ?? ""}:${reason}:${version ?? ""}:${said(/(?:^|\/)(?:token|oci-digest)$/) ?? String(when)}`,
    application: name,
    environment:
      said(/(?:^|\/)env(?:ironment)?$/i) ??
      said(/(?:^|\/)cluster$/i) ??
      text(involved, "namespace"),
    version,
    finishedAt: when,
    outcome: !isMade ? "failed" : reason === "RollbackSucceeded" ? "rolled-back" : "succeeded",
  });
}

/** An Argo CD application as `argocd app get -o json` and `kubectl` give it: its history names each commit that was synced. */
function readArgoApplication(record: Json): EventRecord[] | null {
  const api = text(record, "apiVersion") ?? "";
  if (!api.startsWith("argoproj.io/") || text(record, "kind") !== "Application") return null;
  const metadata = at(record, "metadata");
  const labels = at(metadata, "labels");
  const destination = at(at(record, "spec"), "destination");
  const name = text(metadata, "name");
  const environment =
    text(labels, "environment") ??
    text(labels, "env") ??
    text(destination, "name") ??
    text(destination, "namespace");
  const application = text(labels, "app.kubernetes.io/name") ?? text(labels, "app") ?? name;
  return list(at(record, "status"), "history").map((one) => {
    const revision = text(one, "revision");
    return deploymentRecord({
      id: `argocd:${text(metadata, "uid") ?? name ?? ""}:${text(one, "id") ?? ""}`,
      application,
      environment,
      version: revision,
      startedAt: instant(one, "deployStartedAt"),
      finishedAt: instant(one, "deployedAt"),
      outcome: "succeeded",
    });
  });
}

const deployStage =
  /^(?:deploy|deployManifest|deployCloudFormation|deployService|cloneServerGroup|rollingPush)$/i;
const rollbackStage = /^(?:rollback(?:ServerGroup|Cluster)?|undoRolloutManifest)$/i;

/** Spinnaker: executions as Echo sends them when they are over and as Gate lists them; each deploying stage is a deployment. */
function readSpinnaker(record: Json): EventRecord[] | null {
  const type = text(at(record, "details"), "type") ?? "";
  const isEvent = /^orca:(?:pipeline|orchestration|stage|task):/.test(type);
  if (isEvent && !/^orca:pipeline:(?:complete|failed)$/.test(type)) return [other];
  const one = isEvent ? at(at(record, "content"), "execution") : record;
  const isExecution =
    isEvent || (text(one, "pipelineConfigId") !== null && Array.isArray(one["stages"]));
  if (!isExecution) return null;
  const application = text(one, "application") ?? text(at(record, "details"), "application");
  const trigger = at(one, "trigger");
  const stages = list(one, "stages").filter(
    (stage) =>
      text(stage, "syntheticStageOwner") === null &&
      (deployStage.test(text(stage, "type") ?? "") ||
        rollbackStage.test(text(stage, "type") ?? "")),
  );
  if (stages.length === 0) return [other];
  return stages.map((stage) => spinnakerStage(stage, application, trigger));
}

function spinnakerStage(stage: Json, application: string | null, trigger: Json): EventRecord {
  const status = (text(stage, "status") ?? "").toUpperCase();
  if (
    /^(?:|NOT_STARTED|RUNNING|PAUSED|SUSPENDED|BUFFERED|CANCELED|SKIPPED|STOPPED|REDIRECT)$/.test(
      status,
    )
  )
    return other;
  if (!/^(?:SUCCEEDED|FAILED_CONTINUE|TERMINAL)$/.test(status))
    return refused(`Spinnaker does not document the status "${status.slice(0, 40)}"`);
  const context = at(stage, "context");
  const artifacts = [...list(context, "artifacts"), ...list(trigger, "artifacts")];
  const image = artifacts.find((one) => /image/.test(text(one, "type") ?? ""));
  const reference = image === undefined ? null : text(image, "reference");
  const scm = [...list(at(trigger, "buildInfo"), "scm")][0] ?? {};
  const version = (image === undefined ? null : text(image, "version")) ?? text(trigger, "tag");
  const isMade = status === "SUCCEEDED";
  const project = projectOfAddress(text(scm, "remoteUrl"));
  const startedAt = instant(stage, "startTime");
  const name = text(stage, "name") ?? "";
  return deploymentRecord({
    // A stage that is restarted keeps its id.
    id: `spinnaker:${text(stage, "id") ?? text(stage, "refId") ?? ""}:${String(startedAt)}`,
    application: application ?? lastOf(project),
    environment:
      text(context, "environment") ??
      text(context, "account") ??
      text(context, "credentials") ??
      text(list(context, "clusters")[0] ?? {}, "account") ??
      (isCalledDeployment(name) ? name.replace(/^.{0,100}\bto /i, "") : null),
    version: version ?? versionOf(reference),
    revision: text(trigger, "hash") ?? text(scm, "sha1"),
    artifact: reference,
    startedAt,
    finishedAt: instant(stage, "endTime"),
    outcome: !isMade
      ? "failed"
      : rollbackStage.test(text(stage, "type") ?? "")
        ? "rolled-back"
        : "succeeded",
  });
}
