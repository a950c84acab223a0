import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { git } from "#fixtures/isolated-git.ts";
import { quietContext } from "#fixtures/quiet-context.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { assessOrganisation } from "#operations/assess-organisation.ts";
import { readConfiguration } from "#operations/configuration/read-configuration.ts";
import { askForScan } from "#operations/scanning/ask-for-scan.ts";
import { followJob } from "#operations/scanning/follow-job.ts";
import { listWatched } from "#operations/scanning/list-watched.ts";
import type { WorkContext, WorkEvent } from "#operations/scanning/scan-context.ts";
import { scheduleScans } from "#operations/scanning/schedule-scans.ts";
import { showJob } from "#operations/scanning/show-job.ts";
import { unwatchRepository } from "#operations/scanning/unwatch-repository.ts";
import { watchRepository } from "#operations/scanning/watch-repository.ts";
import { workOnJobs } from "#operations/scanning/work-on-jobs.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import type { Job, JobBoard } from "#ports/jobs.ts";
import type { Report } from "#sections/report.ts";
import { updateMirror } from "#sources/git/mirror.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { newDatabase, servers, type OwnDatabase } from "../shared-databases.ts";

const ada = "Ada Oven <ada@bakery.example>";
const root = mkdtempSync(join(tmpdir(), "fulcrum-scanning-"));
const now = "2026-03-04T10:00:00Z";

/** A kit, and a shop that uses it. */
function writeBakery(folder: string): void {
  repository("dough-kit")
    .commit({
      at: "2024-01-02",
      author: ada,
      message: "Begin",
      files: {
        "package.json": '{ "name": "@bakery/dough-kit", "version": "1.0.0" }',
        CODEOWNERS: "* @bakery/ovens\n",
      },
    })
    .write(folder);
  repository("shop")
    .commit({
      at: "2024-02-02",
      author: ada,
      message: "Begin",
      files: {
        "package.json": '{ "name": "shop", "dependencies": { "@bakery/dough-kit": "^1.0.0" } }',
        CODEOWNERS: "* @bakery/counter\n",
        Dockerfile: "FROM node:20\n",
      },
    })
    .write(folder);
}

/** All that does not say when and where it was made. */
const told = ({ generatedAt: _, ...report }: Report): unknown => report;

// Whatever the server: what is asked of it is in job-tables.test.ts.
const [server] = servers;
describe.runIf(server !== undefined)("scans of what is watched", () => {
  let database: OwnDatabase;
  let service: ServiceDatabase;
  let jobs: JobBoard;
  let clones = "";
  let dataFolder = "";
  let count = 0;
  let events: WorkEvent[] = [];
  let context: WorkContext;

  beforeAll(async () => {
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
    jobs = await service.jobs();
  });
  beforeEach(async () => {
    await database.query(
      "truncate watched_organisation, watched_repository, job_run, job_event, assessment cascade",
    );
    await database.query("delete from pgboss.job");
    const home = join(root, String(count++));
    clones = join(home, "clones");
    dataFolder = join(home, "data");
    mkdirSync(clones, { recursive: true });
    writeBakery(clones);
    events = [];
    context = {
      ...quietContext({ now, home }),
      jobs,
      rules: { folders: [clones], hosts: ["forge.example"], privateHosts: [] },
      resolve: () => Promise.resolve(["1.1.1.1"]),
      dataFolder,
      readers: 1,
      assess: assessOrganisation,
      onJob: (event) => events.push(event),
      // As the forge of the address would answer.
      updateMirror: (folder, { url }, signal) => {
        const origin = url.replace("https://forge.example/bakery", clones).replace(/\.git$/, "");
        return updateMirror(
          folder,
          { url: `file://${origin}`, protocol: "file", pinnedTo: null },
          signal,
        );
      },
    };
  });
  afterAll(async () => {
    await service.close();
    await database.drop();
    rmSync(root, { recursive: true, force: true });
  });

  /** Works until the job has got so far. */
  const work = async (id: string, until: Job["state"], own = context): Promise<Job> => {
    const stop = new AbortController();
    const working = workOnJobs({ ...own, signal: stop.signal });
    try {
      await expect
        .poll(async () => (await showJob(context, { id })).state, { timeout: 60_000 })
        .toBe(until);
    } finally {
      stop.abort();
      await working;
    }
    return showJob(context, { id });
  };
  const reportOf = async ({ assessment }: Job): Promise<Report> =>
    (await service.assessments()).report(assessment!);

  it("say of a folder what the command line says of it", async () => {
    await watchRepository(context, { organisation: "bakery", folder: clones });
    const asked = await askForScan(context, { organisation: "bakery" });
    const job = await work(asked.id, "completed");
    const { configuration } = await readConfiguration(context, {
      path: null,
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
    expect(report.components).toHaveLength(2);
    expect(told(await reportOf(job))).toEqual(told(report));
    const said = await jobs.events(job.id, null);
    expect(said.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["asked", "begun", "progress", "completed"]),
    );
    expect(await (await service.assessments()).current("organisation:bakery")).toMatchObject({
      id: job.assessment,
    });
    // Nothing changed: the same assessment answers.
    const again = await askForScan(context, { organisation: "bakery" });
    expect(await work(again.id, "completed")).toMatchObject({ assessment: job.assessment });
  });

  it("fetch what is asked for by address, and again what was pushed", async () => {
    for (const name of ["dough-kit", "shop"])
      await watchRepository(context, {
        organisation: "bakery",
        address: `https://forge.example/bakery/${name}.git`,
      });
    const asked = await askForScan(context, { organisation: "bakery" });
    const first = await reportOf(await work(asked.id, "completed"));
    expect(first.components.map(({ name }) => name).sort()).toEqual(["dough-kit", "shop"]);
    const fetched: string[] = [];
    const counting: WorkContext = {
      ...context,
      updateMirror: async (folder, source, signal) => {
        fetched.push(source.url);
        await context.updateMirror?.(folder, source, signal);
      },
    };
    rmSync(join(clones, "shop"), { recursive: true });
    git(["-C", join(clones, "dough-kit"), "tag", "v2"]);
    const pushed = await jobs.scanAfterPush({
      source: "github",
      delivery: "1",
      identities: ["forge.example/bakery/dough-kit"],
    });
    await work(pushed![0]!.id, "completed", counting);
    expect(fetched).toEqual(["https://forge.example/bakery/dough-kit.git"]);
    // One that is gone is read as it was, and said; one that is watched no more is removed.
    const { repositories } = await listWatched(context, { organisation: "bakery" });
    const later = await askForScan(context, { organisation: "bakery" });
    const third = await work(later.id, "completed");
    expect((await reportOf(third)).components).toHaveLength(2);
    const watched = (await listWatched(context, { organisation: "bakery" })).repositories;
    expect(watched.map(({ problem }) => problem === null)).toEqual([true, false]);
    const said = await jobs.events(later.id, null);
    expect(JSON.stringify(said)).toContain("shop.git was read as it was before");
    await unwatchRepository(context, { organisation: "bakery", id: repositories[1]!.id });
    const last = await askForScan(context, { organisation: "bakery" });
    expect((await reportOf(await work(last.id, "completed"))).components).toHaveLength(1);
    expect(readdirSync(join(dataFolder, "organisations", "bakery", "mirrors"))).toEqual([
      repositories[0]!.id,
    ]);
  });

  it("go on where a repository is gone while it is read", async () => {
    await watchRepository(context, { organisation: "bakery", folder: clones });
    const asked = await askForScan(context, { organisation: "bakery" });
    const job = await work(asked.id, "completed", {
      ...context,
      assess: (own, input) => {
        rmSync(join(clones, "shop", "objects"), { recursive: true });
        return assessOrganisation(own, input);
      },
    });
    expect((await reportOf(job)).components.map(({ name }) => name)).toEqual(["dough-kit"]);
  });

  it("made while the clock of the worker jumps follow each other all the same", async () => {
    await watchRepository(context, { organisation: "bakery", folder: clones });
    const made: (string | null)[] = [];
    for (const at of ["2036-01-01T00:00:00Z", "2016-01-01T00:00:00Z", now]) {
      const asked = await askForScan(context, { organisation: "bakery" });
      git(["-C", join(clones, "shop"), "tag", `at-${at.slice(0, 4)}`]);
      const job = await work(asked.id, "completed", {
        ...context,
        clock: { now: () => Date.parse(at) },
      });
      made.push(job.assessment);
    }
    expect(new Set(made).size).toBe(3);
    const kept = await (
      await service.organisations()
    ).assessments("bakery", {
      before: null,
      limit: 5,
    });
    expect(kept.map(({ id }) => id)).toEqual(made.toReversed());
    expect(kept.map(({ isCurrent }) => isCurrent)).toEqual([true, false, false]);
  });

  it("fail for good where nothing may be read any more, with the reason", async () => {
    await watchRepository(context, { organisation: "bakery", folder: clones });
    const asked = await askForScan(context, { organisation: "bakery" });
    const job = await work(asked.id, "failed", {
      ...context,
      rules: { ...context.rules, folders: [] },
    });
    expect(job).toMatchObject({ attemptsCount: 1, problem: { code: "place-refused" } });
    await expect(
      watchRepository(context, { organisation: "Bakery!", folder: clones }),
    ).rejects.toMatchObject({ code: "usage" });
    await expect(watchRepository(context, { organisation: "bakery" })).rejects.toMatchObject({
      code: "usage",
    });
    await expect(
      scheduleScans(context, { organisation: "bakery", schedule: "@daily" }),
    ).rejects.toMatchObject({ code: "usage" });
  });

  it("are tried again after what may pass, and given back when the worker is to stop", async () => {
    await watchRepository(context, { organisation: "bakery", folder: clones });
    const asked = await askForScan(context, { organisation: "bakery" });
    const job = await work(asked.id, "waiting-again", {
      ...context,
      assess: () => Promise.reject(new Error("the machine is out of flour")),
    });
    expect(job.problem).toMatchObject({
      code: "unexpected",
      message: expect.stringContaining("out of flour"),
    });
    await database.query("update pgboss.job set start_after = now()");
    const back = await work(asked.id, "running", {
      ...context,
      assess: async ({ signal }) => {
        while (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 20));
        throw signal.reason;
      },
    });
    expect(back).toMatchObject({ state: "waiting-again", attemptsCount: 1 });
    expect(events.map(({ message }) => message)).toEqual([
      "job begun",
      "job failed",
      "job begun",
      "job given back",
    ]);
  });

  it("lost to another worker change nothing, and stop", async () => {
    await watchRepository(context, { organisation: "bakery", folder: clones });
    const asked = await askForScan(context, { organisation: "bakery" });
    const stop = new AbortController();
    const working = workOnJobs({
      ...context,
      signal: stop.signal,
      assess: async (own, input) => {
        // As if the worker had been cut off, and another one had begun.
        await database.query("update job_run set seat = -1; delete from job_run");
        return assessOrganisation(own, input);
      },
    });
    await expect.poll(() => events.at(-1)?.message, { timeout: 60_000 }).toBe("job lost");
    stop.abort();
    await working;
    expect(await database.query("select count(*)::int as n from assessment")).toEqual([{ n: 0 }]);
    const other = await work(asked.id, "waiting-again");
    expect(other.problem?.code).toBe("worker-failed");
  });

  it("can be followed from any event on until they end", async () => {
    await watchRepository(context, { organisation: "bakery", folder: clones });
    const { id } = await askForScan(context, { organisation: "bakery" });
    const { signal } = new AbortController();
    const follow = async (after: string | null): Promise<string[]> => {
      const ids: string[] = [];
      for await (const some of followJob(context, { id, after, signal }))
        ids.push(...some.map((event) => event.id));
      return ids;
    };
    const [all] = await Promise.all([follow(null), work(id, "completed")]);
    expect(all.length).toBeGreaterThan(3);
    expect(await follow(all[1]!)).toEqual(all.slice(2));
    await expect(follow("0").then(() => showJob(context, { id: "none" }))).rejects.toMatchObject({
      code: "unknown-job",
    });
  });
});
