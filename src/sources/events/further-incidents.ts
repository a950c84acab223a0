import type { EventRecord } from "./event-record.ts";
import { instant, list, text, type Json } from "./fields.ts";
import { incidentRecord } from "./incident-record.ts";
import { highest } from "#kernel/extremes.ts";

/** Splunk On-Call (VictorOps): what its API and its reports list, and what its outgoing hooks send; New Relic's issues. */
export function readFurtherIncident(record: Json): EventRecord | null {
  return readOnCallList(record) ?? readOnCallHook(record) ?? readNewRelic(record);
}

function readOnCallList(record: Json): EventRecord | null {
  const number = text(record, "incidentNumber");
  const phase = text(record, "currentPhase");
  if (number === null || phase === null) return null;
  const ends = list(record, "transitions")
    .filter((one) => /^resolved$/i.test(text(one, "name") ?? ""))
    .flatMap((one) => instant(one, "at") ?? []);
  const isOver = /^resolved$/i.test(phase);
  const isOpen = /^(?:triggered|acknowledged|unacked|acked|snoozed)$/i.test(phase);
  const service =
    text(record, "service") ?? text(record, "entityDisplayName") ?? text(record, "entityId");
  const changedAt = instant(record, "lastAlertTime");
  return incidentRecord({
    incident: `splunk-on-call:${number}`,
    message: `${phase}:${String(ends.at(-1) ?? changedAt)}`,
    services: service === null ? [] : [service],
    startedAt: instant(record, "startTime"),
    resolvedAt: isOver ? (ends.length > 0 ? highest(ends) : changedAt) : null,
    openAt: isOpen ? changedAt : null,
    remark:
      isOver || isOpen
        ? null
        : `Splunk On-Call does not document the phase "${phase.slice(0, 40)}"`,
  });
}

/** Its hooks have keys with points: `INCIDENT.CURRENT_PHASE`, `STATE.INCIDENT_NAME`. */
function readOnCallHook(record: Json): EventRecord | null {
  const said = (name: string): string | null =>
    text(record, `INCIDENT.${name}`) ?? text(record, `STATE.${name}`);
  const id = said("INCIDENT_ID") ?? said("INCIDENT_NAME");
  const phase = said("CURRENT_PHASE") ?? said("CURRENT_ALERT_PHASE");
  if (id === null || phase === null) return null;
  const isOver = /^resolved$/i.test(phase);
  const when =
    instant(record, "INCIDENT.LAST_ALERT_TIME") ??
    instant(record, "STATE.LAST_TRANSITION_TIME") ??
    instant(record, "ALERT.timestamp") ??
    instant(record, "ALERT.VO_ALERT_RCV_TIME");
  const startedAt =
    instant(record, "INCIDENT.INCIDENT_TIMESTAMP") ?? instant(record, "STATE.INCIDENT_TIMESTAMP");
  const service = said("SERVICE") ?? text(record, "ALERT.entity_display_name") ?? said("ENTITY_ID");
  return incidentRecord({
    incident: `splunk-on-call:${id.replace(/^#/, "")}`,
    message: `${phase}:${String(when ?? startedAt)}`,
    services: service === null ? [] : [service],
    startedAt: startedAt ?? (isOver ? null : when),
    resolvedAt: isOver ? when : null,
    openAt: isOver ? null : when,
  });
}

/** New Relic's issues as its workflows send them. */
function readNewRelic(record: Json): EventRecord | null {
  const state = text(record, "state") ?? "";
  if (!/^(?:CREATED|ACTIVATED|ACKNOWLEDGED|DEACTIVATED|CLOSED)$/.test(state)) return null;
  const id = text(record, "id") ?? text(record, "issueId");
  if (id === null || !(Object.hasOwn(record, "issueUrl") || Object.hasOwn(record, "issueId")))
    return null;
  const entities = record["impactedEntities"] ?? record["entitiesData.names"];
  const names = Array.isArray(entities) ? entities.filter((one) => typeof one === "string") : [];
  const isOver = state === "CLOSED";
  const changedAt = instant(record, "updatedAt") ?? instant(record, "closedAt");
  return incidentRecord({
    incident: `newrelic:${id}`,
    message: `${state}:${String(changedAt)}`,
    services: names,
    startedAt: instant(record, "activatedAt") ?? instant(record, "createdAt"),
    resolvedAt: isOver ? (instant(record, "closedAt") ?? changedAt) : null,
    openAt: isOver ? null : changedAt,
  });
}
