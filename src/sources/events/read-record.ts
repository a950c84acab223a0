import {
  readAlertmanager,
  readOpsgenie,
  readOpsgenieAlert,
  readPagerDuty,
  readPagerDutyIncident,
} from "./alerts.ts";
import { readCdEvent } from "./cdevents.ts";
import { isObject, type Json } from "./fields.ts";
import type { ForgeOptions } from "./forges.ts";
import { readGithub } from "./github.ts";
import { readGitlab } from "./gitlab.ts";
import { refused, type EventRecord } from "./event-record.ts";
import { readIncidentTool } from "./incident-tools.ts";
import { readPlainRecord } from "./plain-record.ts";
import { readTicket } from "./tickets.ts";
import { zonedRecord } from "./zoned-record.ts";

/** What a parsed record says, whichever of the known formats it is in; a list as an API answers it says what its entries say. */
export function readRecord(written: unknown, options: ForgeOptions): readonly EventRecord[] {
  const { timeZone } = options;
  const value = timeZone == null ? written : zonedRecord(written, timeZone);
  if (!isObject(value)) return [refused("it is no JSON object")];
  const known = readKnown(value, options);
  if (known !== null) return known;
  for (const key of ["incidents", "issues", "result", "results", "records", "data"]) {
    const found = value[key];
    if (!Array.isArray(found)) continue;
    const entries: readonly unknown[] = found;
    return entries.flatMap((one) => (isObject(one) ? readKnown(one, options) : null) ?? [unknown]);
  }
  return [unknown];
}

const unknown = refused("its format is not known: see docs/insights/delivery.md");

function readKnown(value: Json, options: ForgeOptions): readonly EventRecord[] | null {
  const one =
    readCdEvent(value) ??
    readPlainRecord(value) ??
    readGithub(value, options) ??
    readPagerDuty(value) ??
    readPagerDutyIncident(value) ??
    readOpsgenie(value) ??
    readOpsgenieAlert(value);
  if (one !== null) return [one];
  const several = readGitlab(value, options) ?? readAlertmanager(value);
  if (several !== null) return several;
  const incident = readIncidentTool(value) ?? readTicket(value, options.incidentLabels);
  return incident === null ? null : [incident];
}
