import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { assessDelivery } from "#insight/delivery/assess-delivery.ts";
import { serviceIncidents } from "#insight/delivery/service-incidents.ts";
import { deploymentsFrom } from "#model/find-deployments.ts";
import { noDeploymentConfiguration } from "#model/deployments.ts";
import { EventLog } from "#sources/events/event-log.ts";
import { readEvents } from "#sources/events/read-events.ts";
import { LineReader } from "#sources/git/line-reader.ts";
import { median, run, succeed } from "./measure.ts";

/**
 * Events from NDJSON to metrics against only reading and JSON-parsing the same lines, each in a process of its own, in turn:
 * `npm run bench -- events [--counts 250000,1000000,4000000] [--runs 3]`. Prints the ratios of processor time and of wall
 * time, and the peak of memory with what each further event adds to it.
 */
const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "250000,1000000,4000000" },
    runs: { type: "string", default: "3" },
    only: { type: "string" },
    path: { type: "string" },
  },
});
const start = Date.parse("2023-01-01T00:00:00Z");
const end = Date.parse("2025-01-01T00:00:00Z");

function lineOf(index: number, count: number): string {
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

async function write(path: string, count: number): Promise<void> {
  const stream = createWriteStream(path);
  for (let from = 0; from < count; from += 1000) {
    let block = "";
    for (let index = from; index < Math.min(count, from + 1000); index++)
      block += lineOf(index, count);
    if (!stream.write(block)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
}

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

async function toMetrics(path: string): Promise<string> {
  const log = new EventLog(end / 1000 + 86_400);
  await readEvents([path], { incidentLabels: [] }, log);
  const incidents = log.incidents();
  const series = deploymentsFrom({
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
  return `${String(results.length)} series, ${String(log.deploymentsCount)} deployments, ${String(incidents.length)} incidents, ${String(log.refused.length)} refused`;
}

interface Cost {
  readonly said: string;
  readonly processor: number;
  readonly wall: number;
  readonly peakMb: number;
}

/** What a process of its own needs from its first line to its last. */
async function measureHere(only: string, path: string): Promise<Cost> {
  const wall = process.hrtime.bigint();
  const before = process.cpuUsage();
  const said = only === "metrics" ? await toMetrics(path) : String(await parseOnly(path));
  const { user, system } = process.cpuUsage(before);
  return {
    said,
    processor: (user + system) / 1e6,
    wall: Number(process.hrtime.bigint() - wall) / 1e9,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

async function measure(only: "floor" | "metrics", path: string): Promise<Cost> {
  const script = process.argv[1] ?? "";
  const { output } = succeed(await run("node", [script, "--only", only, "--path", path]), only);
  return JSON.parse(output) as Cost;
}

async function compare(count: number, runs: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
  try {
    const path = join(folder, "events.ndjson");
    await write(path, count);
    const pairs: { readonly floor: Cost; readonly whole: Cost }[] = [];
    for (let turn = 0; turn < runs; turn++)
      pairs.push({ floor: await measure("floor", path), whole: await measure("metrics", path) });
    const ratio = (of: (cost: Cost) => number): string =>
      median(pairs.map(({ floor, whole }) => of(whole) / of(floor))).toFixed(2);
    const typical = (side: "floor" | "whole", of: (cost: Cost) => number): string =>
      median(pairs.map((pair) => of(pair[side]))).toFixed(2);
    const [processor, wall] = [(one: Cost) => one.processor, (one: Cost) => one.wall];
    console.log(
      `${String(count)} lines: ${ratio(processor)} × the processor time of reading and parsing them (${typical("whole", processor)} s against ${typical("floor", processor)} s), ${ratio(wall)} × the wall time (${typical("whole", wall)} s against ${typical("floor", wall)} s); target ≤ 2`,
    );
    const last = pairs.at(-1) ?? { whole: await measure("metrics", path) };
    console.log(`  ${last.whole.said}; peak ${last.whole.peakMb.toFixed(0)} MB`);
    return last.whole;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.only !== undefined) {
  console.log(JSON.stringify(await measureHere(values.only, values.path ?? "")));
} else {
  const counts = values.counts.split(",").map(Number);
  const peaks: number[] = [];
  for (const count of counts) peaks.push((await compare(count, Number(values.runs))).peakMb);
  for (const [index, peak] of peaks.entries()) {
    const before = peaks[index - 1];
    if (before === undefined) continue;
    const more = (counts[index] ?? 0) - (counts[index - 1] ?? 0);
    console.log(
      `from ${String(counts[index - 1])} to ${String(counts[index])} events: ${(((peak - before) * 1024 * 1024) / more).toFixed(0)} bytes of peak memory for each`,
    );
  }
}
