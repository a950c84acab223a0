import { deploymentRecord, lastOf, projectOfAddress } from "./deployment-record.ts";
import { other, refused, type EventRecord } from "./event-record.ts";
import { at, instant, list, text, type Json } from "./fields.ts";
import { incidentRecord } from "./incident-record.ts";

/** What is sent to the webhook of Apache DevLake: deployments with the commits that they deploy, and issues of the type incident. */
export function readDevLake(record: Json): readonly EventRecord[] | null {
  const commits = list(record, "deploymentCommits");
  if (commits.length > 0) return commits.map((one) => deployment(record, one) ?? other);
  const one = deployment(record, record) ?? incident(record);
  return one === null ? null : [one];
}

/** Each repository whose commit was deployed is an application of its own. */
function deployment(record: Json, inside: Json): EventRecord | null {
  const repository = text(inside, "repoUrl") ?? text(record, "repoUrl");
  const environment = text(record, "environment");
  const isTheirs =
    repository !== null && environment !== null && Object.hasOwn(record, "finishedDate");
  if (!isTheirs && inside === record) return null;
  const result = text(record, "result") ?? text(inside, "result") ?? "SUCCESS";
  if (/^(?:ABORT|ABORTED|CANCEL|CANCELLED|MANUAL)$/i.test(result)) return other;
  if (!/^(?:SUCCESS|FAILURE|FAILED)$/i.test(result))
    return refused(`DevLake does not document the result "${result.slice(0, 40)}"`);
  const project = projectOfAddress(repository);
  const revision = text(inside, "commitSha") ?? text(record, "commitSha");
  const finishedAt = instant(record, "finishedDate") ?? instant(inside, "finishedDate");
  const id = text(record, "id") ?? text(record, "displayTitle") ?? revision;
  return deploymentRecord({
    id: `devlake:${project ?? ""}:${id ?? ""}:${text(record, "id") === null ? String(finishedAt) : ""}`,
    application: lastOf(project),
    project,
    environment: environment ?? "production",
    revision,
    startedAt: instant(record, "startedDate") ?? instant(inside, "startedDate"),
    finishedAt,
    outcome: /^SUCCESS$/i.test(result) ? "succeeded" : "failed",
  });
}

function incident(record: Json): EventRecord | null {
  const key = text(record, "issueKey");
  if (key === null || text(record, "createdDate") === null) return null;
  if (!/^incident$/i.test(text(record, "type") ?? "")) return other;
  const status = text(record, "status") ?? "";
  const changedAt = instant(record, "updatedDate");
  const isOver = /^(?:DONE|CLOSED|RESOLVED)$/i.test(status);
  const component = text(record, "component") ?? text(at(record, "issue"), "component");
  return incidentRecord({
    incident: `devlake:${key}`,
    message: `${status}:${text(record, "updatedDate") ?? text(record, "resolutionDate") ?? ""}`,
    services: component === null ? [] : [component],
    startedAt: instant(record, "createdDate"),
    resolvedAt: isOver ? (instant(record, "resolutionDate") ?? changedAt) : null,
    openAt: /^(?:TODO|IN_PROGRESS)$/i.test(status) ? changedAt : null,
    remark:
      isOver && instant(record, "resolutionDate") === null && changedAt === null
        ? "it is done, and does not say when: it is not known to be over"
        : null,
  });
}
