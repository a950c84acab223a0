import type { LabelSet } from "./forges.ts";
import { at, instant, instantOf, isObject, list, text, textOf, type Json } from "./fields.ts";
import { other, type EventRecord } from "./event-record.ts";
import { incidentRecord, namesOf } from "./incident-record.ts";

/** Incidents that are kept as tickets. Null: neither ServiceNow's nor Jira's. */
export function readTicket(record: Json, incidentLabels: LabelSet): EventRecord | null {
  return (
    readJira(record, incidentLabels) ??
    readJiraRow(record, incidentLabels) ??
    readServiceNow(record)
  );
}

/** A row of Jira's export to CSV, as the API would have answered: headings are those of its screens. */
function readJiraRow(record: Json, incidentLabels: LabelSet): EventRecord | null {
  const key = cell(record, "issue key");
  const type = cell(record, "issue type");
  if (key === null || type === null) return null;
  const resolution = cell(record, "resolution");
  const named = (name: string | null): readonly Json[] => (name === null ? [] : [{ name }]);
  return readJira(
    {
      key,
      fields: {
        issuetype: { name: type },
        labels: (cell(record, "labels") ?? "").split(/[,;\s]+/),
        created: record["created"],
        updated: record["updated"],
        resolutiondate: record["resolved"] ?? record["resolution date"],
        resolution:
          resolution === null || resolution === "Unresolved" ? null : { name: resolution },
        components: named(
          cell(record, "affected services", "component/s", "components", "component"),
        ),
        project: { name: cell(record, "project name") ?? key.split("-")[0] },
        issuelinks: [
          {
            type: { name: "Duplicate" },
            outwardIssue: { key: cell(record, "outward issue link (duplicate)") },
          },
        ],
      },
    },
    incidentLabels,
  );
}

/**
 * ServiceNow's incidents: the Table API (`result`, values bare or as `{display_value, value}`) and exports whose headings are
 * names of fields or their labels. Times without a zone are UTC, as the API sends them.
 */
function readServiceNow(record: Json): EventRecord | null {
  const number = cell(record, "number");
  if (number === null || !/^INC\d{3,12}$/i.test(number)) return null;
  const time = (...names: readonly string[]): number | null =>
    instantOf(cell(record, ...names) ?? undefined);
  const state = (cell(record, "state", "incident_state") ?? "").toLowerCase();
  const isOver = /^(?:6|7|resolved|closed|closed complete)$/.test(state);
  const isNone = /^(?:8|cancell?ed)$/.test(state);
  const isOpen = /^(?:1|2|3|new|in progress|on hold|active|awaiting .{1,40})$/.test(state);
  const changedAt = time("sys_updated_on", "updated");
  const main = cell(record, "parent_incident");
  const endedAt = time("resolved_at", "resolved") ?? time("closed_at", "closed");
  const service = cell(record, "business_service", "service", "cmdb_ci", "configuration item");
  return incidentRecord({
    incident: `servicenow:${number.toUpperCase()}`,
    message: `${state}:${cell(record, "sys_updated_on", "updated") ?? ""}:${String(endedAt ?? "")}`,
    services: service === null ? [] : [service],
    startedAt: time("opened_at", "opened") ?? time("sys_created_on", "created"),
    resolvedAt: isOver || state === "" ? endedAt : null,
    openAt: isOpen ? (time("reopened_time", "reopened") ?? changedAt) : null,
    merged:
      main !== null && /^INC\d{3,12}$/i.test(main)
        ? { into: `servicenow:${main.toUpperCase()}`, at: endedAt ?? changedAt }
        : null,
    cancelledAt: isNone ? (endedAt ?? changedAt ?? time("opened_at", "opened")) : null,
    remark:
      isOver || isNone || isOpen || state === ""
        ? null
        : `ServiceNow's state "${state.slice(0, 40)}" is not known: only the start of the incident counts`,
  });
}

/** The first of some fields that holds something; headings with blanks are as good as those with underscores. */
function cell(record: Json, ...names: readonly string[]): string | null {
  for (const name of names)
    for (const key of [name, name.replaceAll("_", " ")]) {
      const found = record[key];
      const value = isObject(found) ? (found["display_value"] ?? found["value"]) : found;
      const said = textOf(value);
      if (said !== null) return said;
    }
  return null;
}

const noIncident = /^(?:cancell?ed|declined|won.?t (?:do|fix)|not a bug|invalid|rejected)$/i;

/** Jira and Jira Service Management: issues of a type or label that says incident, bare or in a webhook (`jira:issue_updated`). */
function readJira(record: Json, incidentLabels: LabelSet): EventRecord | null {
  const isHook = (text(record, "webhookEvent") ?? "").startsWith("jira:issue_");
  const issue = isHook ? at(record, "issue") : record;
  const key = text(issue, "key");
  const fields = at(issue, "fields");
  if (key === null || !isObject(issue["fields"])) return isHook ? other : null;
  const labels = fields["labels"];
  const names = Array.isArray(labels) ? labels.flatMap((one) => textOf(one) ?? []) : [];
  const isIncident =
    /\bincident\b/i.test(text(at(fields, "issuetype"), "name") ?? "") ||
    names.some((one) => incidentLabels.includes(one.toLowerCase()));
  if (!isIncident) return other;
  const when = instant(record, "timestamp") ?? instant(fields, "updated");
  const isDeleted = text(record, "webhookEvent") === "jira:issue_deleted";
  const resolution = text(at(fields, "resolution"), "name");
  const endedAt = instant(fields, "resolutiondate");
  const isOver = endedAt !== null && !Number.isNaN(endedAt);
  const main = isOver && /^duplicate$/i.test(resolution ?? "") ? duplicateOf(fields) : null;
  const isNone = isDeleted || noIncident.test(resolution ?? "");
  const isUnnamedDuplicate = main === null && /^duplicate$/i.test(resolution ?? "");
  const services = namesOf(fields, "components");
  const project = text(at(fields, "project"), "name") ?? text(at(fields, "project"), "key");
  return incidentRecord({
    incident: `jira:${key}`,
    message: `${text(fields, "updated") ?? ""}:${text(record, "timestamp") ?? ""}:${text(fields, "resolutiondate") ?? ""}`,
    services: services.length > 0 || project === null ? services : [project],
    startedAt: instant(fields, "created"),
    resolvedAt: isNone || main !== null || isUnnamedDuplicate ? null : endedAt,
    openAt: endedAt === null && !isDeleted ? when : null,
    merged: main === null ? null : { into: `jira:${main}`, at: endedAt },
    cancelledAt: isNone || isUnnamedDuplicate ? (endedAt ?? when) : null,
  });
}

/** What the issue says it duplicates. */
function duplicateOf(fields: Json): string | null {
  for (const link of list(fields, "issuelinks"))
    if (/duplicate/i.test(text(at(link, "type"), "name") ?? "")) {
      const main = text(at(link, "outwardIssue"), "key");
      if (main !== null) return main;
    }
  return null;
}
