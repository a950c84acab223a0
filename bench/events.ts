import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { assessDelivery } from "#insight/delivery/assess-delivery.ts";
import { serviceIncidents } from "#insight/delivery/service-incidents.ts";
import { gatherDeployments, noDeploymentConfiguration } from "#model/deployments.ts";
import { EventLog } from "#sources/events/event-log.ts";
import { readEvents } from "#sources/events/read-events.ts";
import { LineReader } from "#sources/git/line-reader.ts";

/**
 * Events from NDJSON to metrics against only reading and JSON-parsing the same lines, in one run and on one core:
 * `npm run bench -- events [--count 1000000]`. Prints the ratio of processor times and what each event keeps in memory.
 */
const { values } = parseArgs({ options: { count: { type: "string", default: "1000000" } } });
const count = Number(values.count);
const start = Date.parse("2023-01-01T00:00:00Z");
const end = Date.parse("2025-01-01T00:00:00Z");

function lineOf(index: number): string {
  const timestamp = new Date(start + ((end - start) * index) / count).toISOString();
  const service = `service-${String((index * 7919) % 200)}`;
  const environment = { id: index % 3 === 0 ? "production" : "staging" };
  const isIncident = index % 20 === 0;
  const predicate = index % 40 === 0 ? "resolved" : "detected";
  const type = isIncident
    ? `dev.cdevents.incident.${predicate}.0.3.0`
    : "dev.cdevents.service.deployed.0.3.0";
  const context = {
    specversion: "0.5.0",
    id: `event-${String(index)}`,
    source: "/bench",
    type,
    timestamp,
  };
  const subject = isIncident
    ? {
        id: `incident-${String(index % 40 === 0 ? index - 20 : index)}`,
        content: { environment, service: { id: service } },
      }
    : { id: service, content: { environment, artifactId: `pkg:oci/${service}@v${String(index)}` } };
  return `${JSON.stringify({ context, subject })}\n`;
}

async function write(path: string): Promise<void> {
  const stream = createWriteStream(path);
  for (let from = 0; from < count; from += 1000) {
    let block = "";
    for (let index = from; index < Math.min(count, from + 1000); index++) block += lineOf(index);
    if (!stream.write(block)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

async function parseOnly(path: string): Promise<number> {
  let parsed = 0;
  const reader = new LineReader((bytes, from, to) => {
    if (JSON.parse(bytes.toString("utf8", from, to)) !== null) parsed++;
  });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    reader.push(chunk as Buffer);
  reader.end();
  return parsed;
}

async function toMetrics(path: string): Promise<number> {
  const log = new EventLog(end / 1000 + 86_400);
  await readEvents([path], { incidentLabels: [] }, log);
  const incidents = log.incidents();
  const series = gatherDeployments({
    asOf: end / 1000,
    repositories: [],
    components: [],
    events: log.deployments(),
    configuration: noDeploymentConfiguration,
  });
  const results = assessDelivery({
    asOf: end / 1000,
    series,
    contained: new Map(),
    incidents: serviceIncidents(series, incidents, () => null),
    incidentsSince: incidents[0]?.startedAt ?? null,
  });
  console.log(
    `${String(results.length)} series, ${String(log.deploymentsCount)} deployments, ${String(incidents.length)} incidents, ${String(log.refused.length)} refused`,
  );
  return results.length;
}

const folder = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
try {
  const path = join(folder, "events.ndjson");
  await write(path);
  await parseOnly(path);
  const before = cpuSeconds();
  const parsed = await parseOnly(path);
  const floor = cpuSeconds() - before;
  const since = cpuSeconds();
  await toMetrics(path);
  const whole = cpuSeconds() - since;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${String(parsed)} lines: ${(whole / floor).toFixed(2)} × reading and parsing them (${whole.toFixed(2)} s of processor time against ${floor.toFixed(2)} s); peak ${peak.toFixed(0)} MB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
