import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietContext } from "#fixtures/quiet-context.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { assessOrganisation } from "#operations/assess-organisation.ts";
import { readConfiguration } from "#operations/configuration/read-configuration.ts";
import { ingestEvents } from "#operations/ingesting/ingest-events.ts";
import { ingestFile } from "#operations/ingesting/ingest-file.ts";
import { askForScan } from "#operations/scanning/ask-for-scan.ts";
import type { WorkContext } from "#operations/scanning/scan-context.ts";
import { showJob } from "#operations/scanning/show-job.ts";
import { watchRepository } from "#operations/scanning/watch-repository.ts";
import { workOnJobs } from "#operations/scanning/work-on-jobs.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import type { Report } from "#sections/report.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { newDatabase, servers, type OwnDatabase } from "../shared-databases.ts";

const now = "2026-03-04T10:00:00Z";
const ada = "Ada Oven <ada@bakery.example>";
const root = mkdtempSync(join(tmpdir(), "fulcrum-pushed-"));
const clones = join(root, "clones");

const slo = `apiVersion: openslo/v1
kind: SLO
metadata: { name: open }
spec:
  service: shop
  indicator:
    metadata: { name: open }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: prometheus, spec: { query: good } } }
        total: { metricSource: { type: prometheus, spec: { query: total } } }
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.9 }]
`;

const day = (at: number): string => `2026-02-${String(at).padStart(2, "0")}`;
const deployed = (id: number) => ({
  context: {
    version: "0.4.1",
    id: `d-${String(id)}`,
    source: "/bakery",
    type: "dev.cdevents.service.deployed.0.1.1",
    timestamp: `${day(id)}T10:00:00Z`,
  },
  subject: {
    id: "shop",
    type: "service",
    content: {
      environment: { id: "production" },
      artifactId: `pkg:oci/shop@1.0.${String(id)}`,
    },
  },
});
const incident = (id: number, predicate: "detected" | "resolved", hour: number) => ({
  context: {
    version: "0.4.1",
    id: `i-${String(id)}-${predicate}`,
    source: "/bakery",
    type: `dev.cdevents.incident.${predicate}.0.1.0`,
    timestamp: `${day(id)}T${String(hour)}:30:00Z`,
  },
  subject: {
    id: `incident-${String(id)}`,
    type: "incident",
    content: { environment: { id: "production" }, service: { id: "shop" }, description: "cold" },
  },
});
const events = [
  ...Array.from({ length: 12 }, (_, at) => deployed(at + 1)),
  incident(13, "detected", 10),
  incident(13, "resolved", 12),
].map((one) => JSON.stringify(one));
const texts = {
  events: `${events.join("\n")}\n`,
  outcomes: `component,metric,date,value,unit,source\nshop,nps,2026-02-01,30,points,survey\nshop,nps,2026-03-01,40,points,survey\n`,
  sli: `slo,from,to,good,total\n${Array.from({ length: 20 }, (_, at) => `shop/open,${day(at + 1)}T00:00:00Z,${day(at + 1)}T01:00:00Z,95,100\n`).join("")}`,
  surveys: `team,email,at,csat\n${Array.from({ length: 8 }, (_, at) => `counter,ada${String(at)}@bakery.example,2026-02-10,${String(3 + (at % 3))}\n`).join("")}`,
};

const [server] = servers;
describe.runIf(server !== undefined)("what was pushed", () => {
  let database: OwnDatabase;
  let service: ServiceDatabase;
  beforeAll(async () => {
    mkdirSync(clones);
    repository("shop")
      .commit({
        at: "2024-02-02",
        author: ada,
        message: "Begin",
        files: {
          "package.json": '{ "name": "shop" }',
          CODEOWNERS: "* @bakery/counter\n",
          Dockerfile: "FROM node:20\n",
          "slo.yaml": slo,
        },
      })
      .write(clones);
    database = await newDatabase(server!);
    const { signal } = new AbortController();
    const wish = { dataFolder: "/nowhere", url: database.url, make: false, signal };
    service = (await openDatabase(wish))!;
    await service.migrate();
  });
  afterAll(async () => {
    await service.close();
    await database.drop();
    rmSync(root, { recursive: true, force: true });
  });

  const scanned = async (context: WorkContext): Promise<Report> => {
    const { id } = await askForScan(context, { organisation: "bakery" });
    const stop = new AbortController();
    const working = workOnJobs({ ...context, signal: stop.signal });
    try {
      await expect
        .poll(async () => (await showJob(context, { id })).state, { timeout: 60_000 })
        .toBe("completed");
    } finally {
      stop.abort();
      await working;
    }
    const { assessment } = await showJob(context, { id });
    return (await service.assessments()).report(assessment!);
  };

  it("says the same as files of it, and evidence names the delivery", async () => {
    const named = {
      events: "events.ndjson",
      outcomes: "outcomes.csv",
      sli: "sli.csv",
      surveys: "spring.csv",
    } as const;
    for (const kind of ["events", "outcomes", "sli", "surveys"] as const)
      writeFileSync(join(root, named[kind]), texts[kind]);
    const yaml = `deployments: { events: [${named.events}] }
outcomes: [${named.outcomes}]
reliability: { files: [${named.sli}] }
surveys: [{ file: ${named.surveys}, name: spring }]
`;
    writeFileSync(join(root, "fulcrum.yaml"), yaml);
    const { configuration } = await readConfiguration(quietContext({ now }), {
      path: join(root, "fulcrum.yaml"),
      lookIn: [],
      read: [],
    });
    const { report } = await assessOrganisation(quietContext({ now, home: root }), {
      folders: [clones],
      name: "bakery",
      configuration,
      configurationFolder: root,
      asOf: null,
      jobs: 1,
      cacheFolder: join(root, "cache"),
      useCache: false,
      withDuplication: true,
      listBlobsTo: null,
    });

    const inbox = await service.inbox();
    const context: WorkContext = {
      ...quietContext({ now, home: root }),
      jobs: await service.jobs(),
      inbox,
      rules: { folders: [clones], hosts: [], privateHosts: [] },
      dataFolder: join(root, "data"),
      readers: 1,
      assess: assessOrganisation,
      onJob: () => undefined,
    };
    await watchRepository(context, { organisation: "bakery", folder: clones });
    const by = { organisation: "bakery", sender: "api", key: null };
    const headers = new Headers();
    const body = Buffer.from(texts.events);
    await ingestEvents(context as WorkContext & { inbox: typeof inbox }, {
      ...by,
      format: "ndjson",
      headers,
      body,
    });
    for (const kind of ["outcomes", "sli", "surveys"] as const)
      await ingestFile(
        { inbox },
        {
          ...by,
          kind,
          name: kind === "surveys" ? "spring" : named[kind],
          ending: "csv",
          body: Buffer.from(texts[kind]),
        },
      );
    const pushed = await scanned(context);
    expect(JSON.stringify(pushed)).toMatch(/"delivery:\d+"/);
    expect(JSON.stringify(pushed)).not.toContain("ada0@");
    expect([report.delivery.length > 0, report.outcomes.length > 0]).toEqual([true, true]);
    expect(placeless(pushed)).toEqual(placeless(report));
    // Nothing came since: the same assessment answers.
    expect(await scanned(context)).toEqual(pushed);
  });
});

/** Without when it was made, and where facts stand: their ids are made of that. */
function placeless({ generatedAt: _, evidence, ...report }: Report): unknown {
  const text = JSON.stringify([
    report,
    evidence.map(({ id: _id, ...fact }) => JSON.stringify(fact)).toSorted(byPlaceless),
  ]);
  return JSON.parse(withoutPlaces(text));
}

function byPlaceless(one: string, other: string): number {
  const [a, b] = [withoutPlaces(one), withoutPlaces(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}

function withoutPlaces(text: string): string {
  return text
    .replaceAll(/evidence:[\da-f]{16}/g, "evidence:")
    .replaceAll(
      /delivery:\d+(?:\.\w+)?|[^"\\]*(?:events\.ndjson|outcomes\.csv|sli\.csv|spring\.csv)/g,
      "place",
    );
}
