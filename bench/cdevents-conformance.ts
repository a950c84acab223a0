import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readRecord } from "#sources/events/read-record.ts";

/**
 * Reads every example event below folders of the CDEvents specification, bare and in both CloudEvents modes:
 * `npm run bench -- cdevents-conformance FOLDER…`. Exits with 1 when one is refused or the three forms disagree.
 */
interface Tally {
  files: number;
  noEvents: string[];
  readonly kinds: Map<string, number>;
  readonly remarks: Set<string>;
  readonly refused: string[];
}

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error("usage: cdevents-conformance FOLDER…");

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

let isBad = false;
for (const folder of folders) {
  const tally: Tally = {
    files: 0,
    noEvents: [],
    kinds: new Map(),
    remarks: new Set(),
    refused: [],
  };
  for (const path of jsonFiles(folder)) readExample(folder, path, tally);
  const kinds = [...tally.kinds].map(([kind, count]) => `${String(count)} ${kind}`).join(", ");
  console.log(`${folder}: ${String(tally.files)} events read in three forms: ${kinds}`);
  for (const remark of tally.remarks) console.log(`  remarked on: ${remark}`);
  if (tally.noEvents.length > 0) console.log(`  no events: ${tally.noEvents.join(", ")}`);
  for (const line of tally.refused) console.log(`  refused: ${line}`);
  isBad ||= tally.refused.length > 0 || tally.files === 0;
}
process.exitCode = isBad ? 1 : 0;

function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/(?:^|\/)(?:schemas|tools|node_modules|\.github)\//.test(path))
    .sort();
}

function readExample(folder: string, path: string, tally: Tally): void {
  const event: unknown = JSON.parse(readFileSync(path, "utf8"));
  const name = relative(folder, path);
  const context = isObject(event) ? event["context"] : undefined;
  if (!isObject(event) || !isObject(context)) {
    tally.noEvents.push(name);
    return;
  }
  tally.files++;
  const { id, source, type, timestamp } = context;
  const subject = isObject(event["subject"]) ? event["subject"]["id"] : undefined;
  const cloud = { specversion: "1.0", id, source, type, subject, time: timestamp };
  const headers = Object.fromEntries(
    Object.entries(cloud).map(([key, value]) => [`ce-${key}`, value]),
  );
  const forms = [
    event,
    { ...cloud, datacontenttype: "application/json", data: event },
    { headers: { ...headers, "content-type": "application/json" }, body: event },
  ].map((form) => JSON.stringify(readRecord(form, { incidentLabels: [] })));
  if (new Set(forms).size > 1) tally.refused.push(`${name}: the three forms are read differently`);
  for (const record of readRecord(event, { incidentLabels: [] })) {
    const isLacking = record.kind === "deployment" && record.application === null;
    if (record.kind === "refused") tally.refused.push(`${name}: ${record.reason}`);
    if (record.kind === "unread") tally.refused.push(`${name}: ${record.format}`);
    else if (isLacking) tally.refused.push(`${name}: names no application`);
    else tally.kinds.set(record.kind, (tally.kinds.get(record.kind) ?? 0) + 1);
    if ("remark" in record && record.remark != null) tally.remarks.add(record.remark);
  }
}
