import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { quietContext } from "#fixtures/quiet-context.ts";
import { repository } from "#fixtures/repository-builder.ts";
import type { NewDeclared } from "#contract/declared.ts";
import { assessOrganisation } from "#operations/assess-organisation.ts";
import { readConfiguration } from "#operations/configuration/read-configuration.ts";
import { declareFact } from "#operations/declaring/declare-fact.ts";
import { undoDeclared } from "#operations/declaring/undo-declared.ts";
import { askForScan } from "#operations/scanning/ask-for-scan.ts";
import type { WorkContext } from "#operations/scanning/scan-context.ts";
import { watchRepository } from "#operations/scanning/watch-repository.ts";
import { workOnJobs } from "#operations/scanning/work-on-jobs.ts";
import type { DeclaredFact, DeclaredFactStore } from "#ports/declared-facts.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import type { Report } from "#sections/report.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { newDatabase, servers, type OwnDatabase } from "../shared-databases.ts";

const root = mkdtempSync(join(tmpdir(), "fulcrum-declared-"));
const clones = join(root, "clones");
const now = "2026-03-04T10:00:00Z";
const organisation = "bakery";
const by = { identity: "machine", actorId: null, tokenId: null } as const;

const correction = (statement: Extract<NewDeclared, { kind: "correction" }>["statement"]) =>
  ({ kind: "correction", statement, reason: "we know" }) as const;
const stated: readonly NewDeclared[] = [
  correction({ kind: "class", component: "dough-kit", class: "platform" }),
  correction({ kind: "owner", component: "shop", owner: "Counter" }),
  correction({ kind: "name", of: "dough-kit", name: "The kit" }),
  correction({ kind: "bot", address: "mill@bakery.example" }),
  correction({
    kind: "edge",
    consumer: "shop",
    capability: "@bakery/dough-kit",
    present: false,
    from: null,
  }),
  {
    kind: "answer",
    statement: { question: "direction-charter", answer: "yes", role: "lead", at: "2026-02-01" },
    reason: null,
  },
  {
    kind: "outcome",
    statement: {
      component: "shop",
      metric: "nps",
      date: "2026-02-01",
      value: 12,
      unit: "points",
      source: "asked at the till",
    },
    reason: null,
  },
  {
    kind: "survey",
    statement: {
      name: "Spring",
      invited: 9,
      rows: Array.from({ length: 6 }, (_, at) => ({
        team: "Counter",
        at: "2026-02-01",
        nps: at + 4,
      })),
    },
    reason: null,
  },
  {
    kind: "incident",
    statement: {
      id: "i-1",
      application: "shop",
      started_at: "2026-02-01T10:00:00Z",
      finished_at: "2026-02-01T11:00:00Z",
    },
    reason: null,
  },
];

// Whatever the server: what is asked of it is in service/declared.test.ts.
const [server] = servers;
describe.runIf(server !== undefined)("what is stated in the service", () => {
  let database: OwnDatabase;
  let service: ServiceDatabase;
  let facts: DeclaredFactStore;
  let context: WorkContext;

  beforeAll(async () => {
    mkdirSync(clones, { recursive: true });
    const begun = { at: "2024-02-02", author: "Ada Oven <ada@bakery.example>", message: "Begin" };
    repository("dough-kit")
      .commit({
        ...begun,
        files: { "package.json": '{ "name": "@bakery/dough-kit", "version": "1.0.0" }' },
      })
      .write(clones);
    repository("shop")
      .commit({
        ...begun,
        files: {
          "package.json": '{ "name": "shop", "dependencies": { "@bakery/dough-kit": "^1.0.0" } }',
          Dockerfile: "FROM node:20\n",
        },
      })
      .write(clones);
    database = await newDatabase(server!);
    const { signal } = new AbortController();
    const opened = await openDatabase({
      dataFolder: "/nowhere",
      url: database.url,
      make: false,
      signal,
    });
    service = opened!;
    await service.migrate();
    facts = await service.declaredFacts();
    context = {
      ...quietContext({ now, home: root }),
      jobs: await service.jobs(),
      rules: { folders: [clones], hosts: [], privateHosts: [] },
      dataFolder: join(root, "data"),
      readers: 1,
      assess: assessOrganisation,
      onJob: () => undefined,
    };
  });
  afterAll(async () => {
    await service.close();
    await database.drop();
    rmSync(root, { recursive: true, force: true });
  });

  const reportOf = async (id: string): Promise<Report> => {
    const stop = new AbortController();
    const working = workOnJobs({ ...context, signal: stop.signal });
    try {
      await expect
        .poll(async () => (await context.jobs.job(id))?.state, { timeout: 60_000 })
        .toBe("completed");
    } finally {
      stop.abort();
      await working;
    }
    const job = await context.jobs.job(id);
    return (await service.assessments()).report(job!.assessment!);
  };

  const declareAll = async (): Promise<readonly DeclaredFact[]> => {
    const assessments = await service.assessments();
    const current = await assessments.current(`organisation:${organisation}`);
    const made: DeclaredFact[] = [];
    for (const declared of stated)
      made.push(
        await declareFact(
          { clock: context.clock, facts, assessments },
          { organisation, assessment: current!.id, declared, by, write: { audit: null } },
        ),
      );
    return made;
  };

  /** The same in files, as the command line reads them. */
  const fromFiles = async (made: readonly DeclaredFact[]): Promise<Report> => {
    const folder = join(root, "files");
    mkdirSync(join(folder, "declared"), { recursive: true });
    const named = (kind: string, ending: string, textOf: (one: DeclaredFact) => string): string[] =>
      made.flatMap((one) => {
        if (one.kind !== kind) return [];
        const name = `declared/${one.id}${ending}`;
        writeFileSync(join(folder, name), textOf(one));
        return [name];
      });
    const line = ({ statement }: DeclaredFact): string => JSON.stringify(statement);
    const rows = stated.flatMap((one) => (one.kind === "survey" ? one.statement.rows : []));
    const [survey] = named("survey", ".ndjson", () =>
      rows.map((one) => JSON.stringify(one)).join("\n"),
    );
    const path = join(folder, "fulcrum.yaml");
    const corrections = made.flatMap((one) =>
      one.kind === "correction"
        ? [{ ...(one.statement as object), since: now.slice(0, 10), reason: "we know" }]
        : [],
    );
    writeFileSync(
      path,
      stringify({
        corrections,
        interview: named("answer", ".yaml", (one) => `{"answers":[${line(one)}]}`)[0],
        outcomes: named("outcome", ".ndjson", line),
        surveys: [{ file: survey, name: "Spring", invited: 9 }],
        deployments: {
          events: named("incident", ".ndjson", ({ statement }) =>
            JSON.stringify({ kind: "incident", ...(statement as object) }),
          ),
        },
      }),
    );
    // What changed since is told as well: the one before is made first, as in the service.
    const own = quietContext({ now, home: root });
    const assess = async (file: string | null): Promise<Report> => {
      const { configuration } = await readConfiguration(own, { path: file, lookIn: [], read: [] });
      const { report } = await assessOrganisation(own, {
        folders: [clones],
        name: organisation,
        configuration,
        configurationFolder: folder,
        asOf: null,
        jobs: 1,
        cacheFolder: join(root, "cache"),
        useCache: true,
        withDuplication: true,
        listBlobsTo: null,
      });
      return report;
    };
    await assess(null);
    return assess(path);
  };

  it("is concluded with by the scan that it asks for, as the same in files is", async () => {
    await watchRepository(context, { organisation, folder: clones });
    const first = await askForScan(context, { organisation });
    const before = await reportOf(first.id);
    const made = await declareAll();
    const [job] = new Set(made.map((one) => one.job));
    expect(new Set(made.map((one) => one.job))).toEqual(new Set([expect.any(String)]));
    const { generatedAt: _, ...after } = await reportOf(job!);
    const { generatedAt: _also, ...same } = await fromFiles(made);
    expect(after.components.map(({ name }) => name).sort()).toEqual(["The kit", "shop"]);
    expect(after.components.map((one) => one.class)).toContain("platform");
    expect(JSON.stringify(after.problems)).not.toContain("declared/");
    const text = (report: object): string =>
      JSON.stringify(report, null, 1).replaceAll(`${join(root, "files")}/`, "");
    expect(text(after)).toBe(text(same));
    // Taken back, the evidence says what it said.
    let undone: DeclaredFact | null = null;
    for (const { id } of made)
      undone = await undoDeclared(
        { clock: context.clock, facts },
        { organisation, id, by, write: { audit: null } },
      );
    const again = await reportOf(undone!.job!);
    expect(again.components).toEqual(before.components);
    expect(again.consumptions).toEqual(before.consumptions);
  });
});
