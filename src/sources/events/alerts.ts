import { at, instant, isObject, list, text, textOf, type Json } from "./fields.ts";
import { other, refused, type EventRecord } from "./event-record.ts";

/** What opens an incident (again), beside `incident.triggered`. */
const opening: ReadonlySet<string> = new Set([
  "incident.acknowledged",
  "incident.unacknowledged",
  "incident.reopened",
]);
/** What says something of an incident, but nothing of when it began or ended (developer.pagerduty.com, webhooks overview). */
const passing =
  /^incident\.(?:annotated|conference_bridge\.updated|custom_field_values\.updated|delegated|escalated|incident_type\.changed|priority_updated|reassigned|responder\.(?:added|replied)|role\.(?:assigned|unassigned)|service_updated|status_update_published|workflow\.(?:started|completed)|action_invocation\.[a-z]{1,20}|impacted_services\.[a-z]{1,20}|task\.[a-z]{1,20})$/;

/** PagerDuty webhooks v3: triggered, acknowledged, reopened, resolved; an incident that is merged is part of the other one. */
export function readPagerDuty(record: Json): EventRecord | null {
  const event = at(record, "event");
  const type = text(event, "event_type");
  if (type === null || text(event, "occurred_at") === null) return null;
  if (!type.startsWith("incident.") || passing.test(type)) return other;
  const isOver = type === "incident.resolved";
  const isOpen = opening.has(type);
  if (!isOver && !isOpen && type !== "incident.triggered")
    return { kind: "other", remark: `${type} is no event that is known; it counts as nothing` };
  const data = at(event, "data");
  const incident = text(data, "id");
  const id = text(event, "id");
  if (incident === null || id === null) return refused("the incident has no id");
  const when = instant(event, "occurred_at");
  const main = mergedInto(at(data, "resolve_reason"));
  return {
    kind: "incident",
    id,
    incident: `pagerduty:${incident}`,
    service: text(at(data, "service"), "summary"),
    environment: null,
    startedAt: instant(data, "created_at") ?? (type === "incident.triggered" ? when : null),
    resolvedAt: isOver && main === null ? when : null,
    openAt: isOpen ? when : null,
    merged: isOver && main !== null ? { into: main, at: when } : null,
    deploymentId: null,
    artifact: null,
  };
}

function mergedInto(reason: Json): string | null {
  if (text(reason, "type") !== "merge_resolve_reason") return null;
  return `pagerduty:${text(at(reason, "incident"), "id") ?? "an incident that is not named"}`;
}

/**
 * PagerDuty's incidents as its REST API lists them (`incident_number`, `created_at`, `resolved_at`, `resolve_reason`) and as its
 * reports export them to CSV (`created_on`, `resolved_on`, `service_name`).
 */
export function readPagerDutyIncident(record: Json): EventRecord | null {
  if (text(record, "incident_number") === null) return null;
  const id = text(record, "id") ?? text(record, "incident_number");
  const startedAt = instant(record, "created_at") ?? instant(record, "created_on");
  if (id === null || startedAt === null) return null;
  const status = text(record, "status");
  const isOver = status === null || status === "resolved";
  const changedAt = instant(record, "last_status_change_at");
  const endedAt = instant(record, "resolved_at") ?? instant(record, "resolved_on");
  const resolvedAt = isOver ? (endedAt ?? (status === null ? null : changedAt)) : null;
  const main = mergedInto(at(record, "resolve_reason"));
  return {
    kind: "incident",
    id: `pagerduty:${id}:${status ?? ""}:${String(resolvedAt)}`,
    incident: `pagerduty:${id}`,
    service: text(at(record, "service"), "summary") ?? text(record, "service_name"),
    environment: null,
    startedAt,
    resolvedAt: main === null ? resolvedAt : null,
    openAt: isOver ? null : changedAt,
    merged: isOver && main !== null ? { into: main, at: resolvedAt } : null,
    deploymentId: null,
    artifact: null,
  };
}

/** Actions of Opsgenie on an alert that neither begin nor end it (support.atlassian.com, Opsgenie webhooks and actions). */
const opsgeniePassing =
  /^(?:Acknowledge|UnAcknowledge|Add(?:Details|Note|Recipient|Responder|Tags|Team)|Remove(?:Details|Tags)|AssignOwnership|TakeOwnership|Escalate(?:Next)?|Snooze(?:Ended)?|UnSnooze|Update(?:Description|Message|Priority)|CustomAction|.{0,40}ViaUser|Seen)$/i;

/**
 * Opsgenie and Jira Service Management webhooks: Create, Close, Delete and what lies between. `createdAt` is in milliseconds,
 * `updatedAt` in nanoseconds. Service: the alert's entity, else its source.
 */
export function readOpsgenie(record: Json): EventRecord | null {
  const alert = at(record, "alert");
  const action = text(record, "action");
  const incident = text(alert, "alertId");
  if (action === null || incident === null) return null;
  const isKnown = /^(?:Create|Close|Delete)$/i.test(action) || opsgeniePassing.test(action);
  const details = at(alert, "details");
  const when = instant(alert, "updatedAt");
  return {
    kind: "incident",
    id: `opsgenie:${incident}:${action}:${text(alert, "updatedAt") ?? ""}`,
    incident: `opsgenie:${incident}`,
    service: text(details, "service") ?? text(alert, "entity") ?? text(alert, "source"),
    environment: text(details, "environment"),
    startedAt: instant(alert, "createdAt"),
    resolvedAt: /^Close$/i.test(action) ? when : null,
    cancelledAt: /^Delete$/i.test(action) ? when : null,
    deploymentId: text(details, "deployment_id"),
    artifact: null,
    remark: isKnown
      ? null
      : `the action ${action.slice(0, 40)} is not known: only its start counts`,
  };
}

/**
 * Opsgenie's alerts as its API lists them (`report.closeTime` is how many milliseconds after its creation it was closed), and its
 * incidents, which have an impact from one time to another on services.
 */
export function readOpsgenieAlert(record: Json): EventRecord | null {
  const id = text(record, "id");
  const status = text(record, "status");
  const startedAt = instant(record, "createdAt");
  if (id === null || status === null || startedAt === null || text(record, "tinyId") === null)
    return null;
  const changedAt = instant(record, "updatedAt");
  const closeTime = Number(text(at(record, "report"), "closeTime") ?? Number.NaN);
  const closedAt = Number.isNaN(closeTime) ? changedAt : startedAt + closeTime / 1000;
  const impactedAt = instant(record, "impactStartDate");
  const impacted = record["impactedServices"];
  const services = Array.isArray(impacted) ? impacted.flatMap((one) => textOf(one) ?? []) : [];
  return {
    kind: "incident",
    id: `opsgenie:${id}:${status}:${text(record, "updatedAt") ?? ""}`,
    incident: `opsgenie:${id}`,
    service: services[0] ?? text(record, "entity") ?? text(record, "source"),
    furtherServices: services.slice(1, 50),
    environment: null,
    startedAt: impactedAt ?? startedAt,
    resolvedAt: /^(?:closed|resolved)$/.test(status)
      ? (instant(record, "impactEndDate") ?? closedAt)
      : null,
    openAt: status === "open" ? changedAt : null,
    deploymentId: null,
    artifact: null,
  };
}

const neverEnded = "0001-01-01T00:00:00Z";

/** Prometheus Alertmanager's webhook (version 4): one incident for each alert of the group. */
export function readAlertmanager(record: Json): EventRecord[] | null {
  if (!Array.isArray(record["alerts"]) || !isObject(record["groupLabels"])) return null;
  return list(record, "alerts").map((alert): EventRecord => {
    const labels = at(alert, "labels");
    const start = text(alert, "startsAt");
    const fingerprint = text(alert, "fingerprint");
    if (fingerprint === null || start === null)
      return refused("the alert has no fingerprint or start");
    const isOver = text(alert, "status") === "resolved" && text(alert, "endsAt") !== neverEnded;
    return {
      kind: "incident",
      id: `alert:${fingerprint}:${start}:${isOver ? "resolved" : "firing"}`,
      incident: `alert:${fingerprint}:${start}`,
      service: text(labels, "service") ?? text(labels, "app") ?? text(labels, "job"),
      environment: text(labels, "environment") ?? text(labels, "env"),
      startedAt: instant(alert, "startsAt"),
      resolvedAt: isOver ? instant(alert, "endsAt") : null,
      deploymentId: null,
      artifact: null,
    };
  });
}
