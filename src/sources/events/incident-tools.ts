import { at, instant, isObject, list, text, type Json } from "./fields.ts";
import { other, refused, type EventRecord } from "./event-record.ts";
import { incidentRecord, namesOf } from "./incident-record.ts";

/** Tools that keep incidents from the first report to what was learnt. Each reader answers null for what is not its tool's. */
export function readIncidentTool(record: Json): EventRecord | null {
  return (
    readIncidentIo(record) ??
    readRootly(record) ??
    readFireHydrant(record) ??
    readOnCall(record) ??
    readStatuspage(record) ??
    readBetterStack(record)
  );
}

/** incident.io: webhooks v2 (`public_incident.…`) and what `GET /v2/incidents` lists. Categories of status say how it stands. */
function readIncidentIo(record: Json): EventRecord | null {
  const type = text(record, "event_type");
  if (type !== null && /^(?:public|private)_incident\./.test(type)) {
    if (!/\.incident_(?:created|updated|status_updated)_v2$/.test(type)) return other;
    const body = at(record, type);
    const inside = isObject(body["incident"]) ? at(body, "incident") : body;
    // Of a private one only the id is told.
    return isObject(inside["incident_status"]) ? incidentIo(inside) : other;
  }
  const isBare = isObject(record["incident_status"]) && text(record, "reference") !== null;
  return isBare ? incidentIo(record) : null;
}

function incidentIo(one: Json): EventRecord {
  const id = text(one, "id");
  if (id === null) return refused("the incident has no id");
  const category = text(at(one, "incident_status"), "category") ?? "";
  const changedAt = instant(one, "updated_at");
  const isOver = category === "learning" || category === "closed";
  const isNone = /^(?:declined|canceled|cancelled|merged)$/.test(category);
  const isOpen = /^(?:triage|live|paused)$/.test(category);
  const stamp = (name: RegExp): number | null => {
    const found = list(one, "incident_timestamp_values").find((value) =>
      name.test(text(at(value, "incident_timestamp"), "name") ?? ""),
    );
    return found === undefined ? null : instant(at(found, "value"), "value");
  };
  const services = list(one, "custom_field_entries").flatMap((entry) =>
    /\b(?:service|component|application)/i.test(text(at(entry, "custom_field"), "name") ?? "")
      ? list(entry, "values").flatMap(
          (value) =>
            text(at(value, "value_catalog_entry"), "name") ??
            text(at(value, "value_option"), "value") ??
            text(value, "value_text") ??
            [],
        )
      : [],
  );
  return incidentRecord({
    incident: `incident.io:${id}`,
    message: `${category}:${text(one, "updated_at") ?? ""}`,
    services,
    startedAt: stamp(/^impact started/i) ?? instant(one, "created_at"),
    resolvedAt: isOver ? (stamp(/^(?:resolved|fixed)/i) ?? changedAt) : null,
    openAt: isOpen ? changedAt : null,
    cancelledAt: isNone ? changedAt : null,
    remark: isOver || isNone || isOpen ? null : unknownState("incident.io", category),
  });
}

function unknownState(tool: string, state: string): string {
  return `${tool} does not document the state "${state.slice(0, 40)}": only the start of the incident counts`;
}

/** Rootly's webhooks (`incident.created`, `incident.resolved` and what lies between), and what its API lists; tests and examples are none. */
function readRootly(record: Json): EventRecord | null {
  const listed = at(record, "attributes");
  const isListed = text(record, "type") === "incidents" && text(listed, "created_at") !== null;
  const event = isListed
    ? { type: "incident.listed", issued_at: listed["updated_at"] ?? listed["created_at"] }
    : at(record, "event");
  const type = text(event, "type") ?? "";
  const one = isListed ? { ...listed, id: record["id"] } : at(record, "data");
  if (!type.startsWith("incident.") || text(event, "issued_at") === null) return null;
  const id = text(one, "id");
  if (id === null) return refused("the incident has no id");
  if (/^(?:test|example|scheduled)(?:_sub)?$/.test(text(one, "kind") ?? "")) return other;
  const when = instant(event, "issued_at");
  const state = text(one, "status") ?? "";
  const isOver = /^(?:resolved|closed|completed)$/.test(state);
  const isNone = /^(?:cancelled|canceled)$/.test(state) || type === "incident.deleted";
  const isOpen = /^(?:in_triage|triage|started|detected|acknowledged|mitigated)$/.test(state);
  if (/^(?:scheduled|in_progress|planning)$/.test(state)) return other; // planned work
  const main = text(one, "duplicate_incident_id");
  return incidentRecord({
    incident: `rootly:${id}`,
    message: text(event, "id") ?? `${type}:${text(event, "issued_at") ?? ""}`,
    services: [...namesOf(one, "services"), ...namesInData(one, "services")],
    environment: [...namesOf(one, "environments"), ...namesInData(one, "environments")][0] ?? null,
    startedAt: instant(one, "started_at") ?? instant(one, "created_at"),
    resolvedAt: isOver && main === null ? (instant(one, "resolved_at") ?? when) : null,
    openAt: isOpen ? when : null,
    merged: main === null ? null : { into: `rootly:${main}`, at: when },
    cancelledAt: isNone ? (instant(one, "cancelled_at") ?? when) : null,
    remark: isOver || isNone || isOpen ? null : unknownState("Rootly", state),
  });
}

/** Names in the relations of JSON:API: `{ "data": [{ "attributes": { "name": … } }] }`. */
function namesInData(one: Json, key: string): string[] {
  return list(at(one, key), "data").flatMap((each) => text(at(each, "attributes"), "name") ?? []);
}

/** FireHydrant's webhooks and lists: milestones with times, of which `current_milestone` is the one that holds. */
function readFireHydrant(record: Json): EventRecord | null {
  const inside = at(at(record, "data"), "incident");
  const one = text(inside, "current_milestone") === null ? record : inside;
  const milestone = text(one, "current_milestone");
  const id = text(one, "id");
  if (milestone === null || id === null) return null;
  const reached = (name: string): number | null => {
    const found = list(one, "milestones").find((each) => text(each, "type") === name);
    return found === undefined ? null : instant(found, "occurred_at");
  };
  const changedAt = instant(one, "updated_at") ?? instant(at(record, "event"), "timestamp");
  const isOver =
    /^(?:resolved|postmortem_started|postmortem_completed|retrospective_\w{1,20}|closed)$/.test(
      milestone,
    );
  const isNone = /^cancell?ed$/.test(milestone);
  const isOpen = /^(?:started|detected|acknowledged|investigating|identified|mitigated)$/.test(
    milestone,
  );
  return incidentRecord({
    incident: `firehydrant:${id}`,
    message: `${milestone}:${String(changedAt ?? "")}`,
    services: namesOf(one, "services"),
    environment: namesOf(one, "environments")[0] ?? null,
    startedAt: reached("started") ?? instant(one, "started_at") ?? instant(one, "created_at"),
    resolvedAt: isOver ? (reached("resolved") ?? reached("closed") ?? changedAt) : null,
    openAt: isOpen ? changedAt : null,
    cancelledAt: isNone ? (reached("cancelled") ?? changedAt) : null,
    remark: isOver || isNone || isOpen ? null : unknownState("FireHydrant", milestone),
  });
}

/** Grafana OnCall's outgoing webhooks: the state of the alert group at the event, `unresolve` among them; and lists of groups. */
function readOnCall(record: Json): EventRecord | null {
  const isListed = text(record, "integration_id") !== null && text(record, "alerts_count") !== null;
  if (isListed)
    return readOnCall({
      event: { type: "listed" },
      alert_group: record,
      integration: { name: text(record, "integration_id") },
    });
  const group = at(record, "alert_group");
  const event = at(record, "event");
  const id = text(group, "id") ?? text(record, "alert_group_id");
  const type = text(event, "type");
  if (id === null || type === null || !isObject(record["alert_group"])) return null;
  const when = instant(event, "time");
  const state = text(group, "state") ?? "";
  const isOver = state === "resolved";
  const isOpen = /^(?:firing|new|alerting|acknowledged|silenced)$/.test(state);
  const labels = at(group, "labels");
  const listedLabel = (name: string): string | null =>
    list(group, "labels")
      .filter((label) => text(at(label, "key"), "name") === name)
      .flatMap((label) => text(at(label, "value"), "name") ?? [])[0] ?? null;
  const service =
    text(labels, "service_name") ??
    text(labels, "service") ??
    listedLabel("service_name") ??
    listedLabel("service") ??
    text(at(at(record, "alert_payload"), "commonLabels"), "service") ??
    text(at(record, "integration"), "name");
  return incidentRecord({
    incident: `oncall:${id}`,
    message: `${type}:${state}:${text(event, "time") ?? ""}`,
    services: service === null ? [] : [service],
    startedAt: instant(group, "created_at"),
    resolvedAt: isOver ? (instant(group, "resolved_at") ?? when) : null,
    openAt: isOpen ? when : null,
    remark: isOver || isOpen ? null : unknownState("Grafana OnCall", state),
  });
}

/** Statuspage's (and Better Stack's status pages') hooks, and what `/api/v2/incidents.json` lists; planned maintenance is none. */
function readStatuspage(record: Json): EventRecord | null {
  const inside = at(record, "incident");
  const isHook = isObject(record["page"]) && text(inside, "id") !== null;
  if (!isHook && isObject(record["page"]) && isObject(record["component"])) return other;
  const one = isHook ? inside : record;
  const updates = list(one, "incident_updates");
  const id = text(one, "id");
  if (id === null || (!isHook && !Array.isArray(one["incident_updates"]))) return null;
  const newest = [...updates].sort((a, b) => timeOf(b) - timeOf(a))[0] ?? {};
  const state = text(one, "status") ?? text(newest, "status") ?? "";
  if (
    /^(?:scheduled|in_progress|verifying|completed|maintenance_\w{1,20})$/.test(state) ||
    text(one, "scheduled_for") !== null
  )
    return other;
  const isOver = state === "resolved" || state === "postmortem";
  const isOpen = /^(?:investigating|identified|monitoring)$/.test(state);
  const ended = updates.find((update) => text(update, "status") === "resolved");
  const services = [...namesOf(one, "components"), ...namesOf(record, "affected_components")];
  const page = text(at(record, "page"), "name");
  return incidentRecord({
    incident: `statuspage:${id}`,
    message: `${state}:${text(one, "updated_at") ?? text(newest, "created_at") ?? ""}`,
    services: services.length > 0 || page === null ? services : [page],
    startedAt: instant(one, "started_at") ?? instant(one, "created_at"),
    resolvedAt: isOver
      ? (instant(one, "resolved_at") ??
        (ended === undefined ? instant(one, "updated_at") : instant(ended, "created_at")))
      : null,
    openAt: isOpen ? (instant(newest, "created_at") ?? instant(one, "updated_at")) : null,
    remark: isOver || isOpen ? null : unknownState("Statuspage", state),
  });
}

function timeOf(update: Json): number {
  const found = instant(update, "created_at");
  return found === null || Number.isNaN(found) ? 0 : found;
}

/** Better Stack's incidents (JSON:API): one message, or one entry of a list. */
function readBetterStack(record: Json): EventRecord | null {
  const one = isObject(record["attributes"]) ? record : at(record, "data");
  const attributes = at(one, "attributes");
  const id = text(one, "id");
  if (text(one, "type") !== "incident" || id === null) return null;
  if (text(attributes, "started_at") === null) return null;
  const service = text(attributes, "service") ?? text(attributes, "name");
  const resolvedAt = instant(attributes, "resolved_at");
  return incidentRecord({
    incident: `betterstack:${id}`,
    message: `${text(attributes, "status") ?? ""}:${text(attributes, "resolved_at") ?? ""}`,
    services: service === null ? [] : [service],
    startedAt: instant(attributes, "started_at"),
    resolvedAt,
  });
}
