import { at, instant, isObject, list, text, type Json } from "./fields.ts";
import { other, refused, type EventRecord } from "./event-record.ts";

/** PagerDuty webhooks v3: incident.triggered, incident.resolved and what lies between. */
export function readPagerDuty(record: Json): EventRecord | null {
  const event = at(record, "event");
  const type = text(event, "event_type");
  if (type === null || text(event, "occurred_at") === null) return null;
  if (!type.startsWith("incident.")) return other;
  const data = at(event, "data");
  const incident = text(data, "id");
  const id = text(event, "id");
  if (incident === null || id === null) return refused("the incident has no id");
  const when = instant(event, "occurred_at");
  return {
    kind: "incident",
    id,
    incident: `pagerduty:${incident}`,
    service: text(at(data, "service"), "summary"),
    environment: null,
    startedAt: instant(data, "created_at") ?? (type === "incident.triggered" ? when : null),
    resolvedAt: type === "incident.resolved" ? when : null,
    deploymentId: null,
    artifact: null,
  };
}

/** Opsgenie webhooks: Create, Close and what lies between. Service: the alert's entity, else its source. */
export function readOpsgenie(record: Json): EventRecord | null {
  const alert = at(record, "alert");
  const action = text(record, "action");
  const incident = text(alert, "alertId");
  if (action === null || incident === null) return null;
  const details = at(alert, "details");
  return {
    kind: "incident",
    id: `opsgenie:${incident}:${action}:${text(alert, "updatedAt") ?? ""}`,
    incident: `opsgenie:${incident}`,
    service: text(details, "service") ?? text(alert, "entity") ?? text(alert, "source"),
    environment: text(details, "environment"),
    startedAt: instant(alert, "createdAt"),
    resolvedAt: action === "Close" ? instant(alert, "updatedAt") : null,
    deploymentId: text(details, "deployment_id"),
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
