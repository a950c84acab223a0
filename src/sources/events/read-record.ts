import { parseJson } from "#kernel/json-text.ts";
import {
  readAlertmanager,
  readOpsgenie,
  readOpsgenieAlert,
  readPagerDuty,
  readPagerDutyIncident,
} from "./alerts.ts";
import { readAzureDevOps } from "./azure-devops.ts";
import { readBitbucket } from "./bitbucket.ts";
import { readBuildServer } from "./build-servers.ts";
import { readCdEvent } from "./cdevents.ts";
import { readDeploymentTool } from "./deployment-tools.ts";
import { readDevLake } from "./devlake.ts";
import { isObject, type Json } from "./fields.ts";
import { readForgeList } from "./forge-lists.ts";
import type { ForgeOptions } from "./forges.ts";
import { readFurtherIncident } from "./further-incidents.ts";
import { readGithub } from "./github.ts";
import { readGitlab } from "./gitlab.ts";
import { readHosting } from "./hosting.ts";
import { refused, type EventRecord } from "./event-record.ts";
import { readIncidentTool } from "./incident-tools.ts";
import { readPlainRecord } from "./plain-record.ts";
import { readTicket } from "./tickets.ts";
import { shapeOf, unreadFormat } from "./unread-formats.ts";
import { zonedRecord } from "./zoned-record.ts";

/** Where APIs put the list that they were asked for. */
const lists = [
  "incidents",
  "issues",
  "result",
  "results",
  "records",
  "data",
  "values",
  "value",
  "workflow_runs",
  "deployments",
  "releases",
  "builds",
  "events",
  "nodes",
  "items",
  "Items",
  "messages",
];

/** What a parsed record says, whichever of the known formats it is in; a list as an API answers it says what its entries say. */
export function readRecord(written: unknown, options: ForgeOptions): readonly EventRecord[] {
  const { timeZone } = options;
  const value = timeZone == null ? written : zonedRecord(written, timeZone);
  if (!isObject(value)) return [refused("it is no JSON object")];
  const known = readKnown(value, options) ?? readBody(value, options);
  if (known !== null) return known;
  for (const key of lists) {
    const found = value[key];
    if (!Array.isArray(found) || found.length === 0) continue;
    const entries: readonly unknown[] = found;
    if (!entries.every(isObject)) continue;
    return entries.flatMap(
      (one) => readKnown(one, options) ?? readBody(one, options) ?? [unread(one)],
    );
  }
  return [unread(value)];
}

/** Where gateways, archives and answers about one thing keep it. */
const bodies = [
  "body",
  "payload",
  "event",
  "message",
  "metadata",
  "incident",
  "deployment",
  "detail",
  "data",
];

/** What a hook brought, kept beside its headers. */
function readBody(value: Json, options: ForgeOptions): readonly EventRecord[] | null {
  for (const key of bodies) {
    const inside = parsed(value[key]);
    if (!isObject(inside)) continue;
    const known = readKnown(inside, options);
    if (known !== null) return known;
  }
  return null;
}

/** Gateways keep what they were sent as a text. */
function parsed(found: unknown): unknown {
  if (typeof found !== "string" || !found.startsWith("{")) return found;
  try {
    return parseJson(found);
  } catch {
    return null; // a text that only looks like JSON: the record is then of no known format
  }
}

function unread(value: Json): EventRecord {
  const format = unreadFormat(value);
  if (format !== null) return { kind: "unread", format: format.name, needs: format.needs };
  return {
    kind: "unread",
    format: `a format that is not known (${shapeOf(value)})`,
    needs: "see docs/insights/delivery.md for what is read, and for the plain CSV and NDJSON",
  };
}

/** The formats of which there are most records come first. */
function readKnown(value: Json, options: ForgeOptions): readonly EventRecord[] | null {
  const one = readCdEvent(value) ?? readPlainRecord(value);
  if (one !== null) return [one];
  const listed = readForgeList(value, options);
  if (listed !== null) return listed;
  const other =
    readBitbucket(value) ??
    readAzureDevOps(value) ??
    readBuildServer(value) ??
    readGithub(value, options) ??
    readPagerDuty(value) ??
    readPagerDutyIncident(value) ??
    readOpsgenie(value) ??
    readOpsgenieAlert(value);
  if (other !== null) return [other];
  const several =
    readGitlab(value, options) ??
    readAlertmanager(value) ??
    readDeploymentTool(value) ??
    readDevLake(value);
  if (several !== null) return several;
  const last =
    readHosting(value) ??
    readFurtherIncident(value) ??
    readIncidentTool(value) ??
    readTicket(value, options.incidentLabels);
  return last === null ? null : [last];
}
