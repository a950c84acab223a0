import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssessmentRetention } from "#ports/assessment-retention.ts";
import type { AssessmentStore } from "#ports/assessment-store.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { recordRun, type RecordedRun } from "../unit/surfaces/cli/recorded-session.ts";
import { dropAll, emptyDatabase, type OpenedDatabase } from "./care/filled-database.ts";
import { servers } from "./shared-databases.ts";

const folder = mkdtempSync(join(tmpdir(), "fulcrum-forget-"));
afterAll(async () => {
  await dropAll();
  rmSync(folder, { recursive: true, force: true });
});

const sample = sampleReport();
const [oven] = sample.repositories;
if (oven === undefined) throw new Error("the sample has repositories");

/** Saves one, of a place and an organisation, with or without the repository. */
async function save(
  store: AssessmentStore,
  { place, name = place, with: knows = true }: { place: string; name?: string; with?: boolean },
): Promise<string> {
  const report = {
    ...sample,
    organisation: { ...sample.organisation, name },
    repositories: knows ? sample.repositories : sample.repositories.slice(1),
    evidence: [],
  };
  const origin = {
    folders: [`/${place}`],
    configurationPath: null,
    generatedAt: sample.generatedAt,
  };
  return store.save({ place, report, origin, reuseKey: null });
}

describe.each(servers)("on $name", (server) => {
  let own: OpenedDatabase;
  let store: AssessmentStore;
  let retention: AssessmentRetention;
  beforeAll(async () => {
    own = await emptyDatabase(server);
    await own.database.migrate();
    store = await own.database.assessments();
    retention = await own.database.retention();
  });
  const run = (...args: readonly string[]): Promise<RecordedRun> =>
    recordRun(["db", ...args], {
      workingFolder: folder,
      openDatabase,
      environment: { DATABASE_URL: own.url },
    });
  const kept = async (name: string): Promise<string[]> =>
    (await retention.find({ organisation: name, repository: null })).map(({ id }) => id);

  it("the last assessments of each place are kept, and the one that answers for it", async () => {
    expect((await run("keep")).out).toContain("keeps the last 104 assessments of each place.");
    const first = await save(store, { place: "mill" });
    const second = await save(store, { place: "mill" });
    const other = await save(store, { place: "dairy" });
    await store.reuse("mill", {
      id: first,
      origin: { folders: ["/mill"], configurationPath: null, generatedAt: sample.generatedAt },
    });
    const third = await save(store, { place: "mill" });
    await store.reuse("mill", {
      id: first,
      origin: { folders: ["/mill"], configurationPath: null, generatedAt: sample.generatedAt },
    });
    expect((await run("keep", "1")).out).toContain(
      "keeps the last 1 assessment of each place; 1 earlier one went.",
    );
    expect(await kept("mill")).toEqual([first, third]);
    expect(await kept("dairy")).toEqual([other]);
    expect((await store.current("mill"))?.id).toBe(first);
    await expect(store.head(second)).rejects.toMatchObject({ code: "no-assessment" });

    const fourth = await save(store, { place: "mill" });
    expect(await kept("mill")).toEqual([fourth]);
    const items = await own.query("select distinct assessment_id::text as id from assessment_item");
    expect(items.map(({ id }) => String(id)).toSorted()).toEqual([other, fourth].toSorted());
    for (const wrong of ["0", "many", "1000000", "-1"])
      expect((await run("keep", "--", wrong)).code).toBe(2);
    expect((await run("keep", "104")).code).toBe(0);
    await own.query("update setting set value = 'lots' where name = 'kept-assessments'");
    const torn = await run("keep");
    expect([torn.code, torn.notes]).toEqual([6, expect.stringContaining('"lots"')]);
    await run("keep", "104");
  });

  it("an organisation is forgotten by its name alone, a repository with all that knows of it", async () => {
    const without = await save(store, { place: "a", name: "Bread \0 & Butter", with: false });
    const knowing = await save(store, { place: "a", name: "Bread \0 & Butter" });
    const neighbour = await save(store, { place: "a", name: "Bread" });
    const nobody = await run("forget", "Cheese");
    expect([nobody.code, nobody.notes]).toEqual([3, expect.stringContaining("Bread")]);
    const unknown = await run("forget", "Bread", "--repository", "oven");
    expect([unknown.code, unknown.notes]).toEqual([3, expect.stringContaining("repository oven")]);

    const file = `${server.name}.ndjson`;
    const one = await run("forget", "Bread \0 & Butter", "--repository", oven.id, "--export", file);
    expect([one.code, one.out]).toEqual([0, ""]);
    expect(one.notes).toMatch(
      /removed 1 assessment of Bread.* & Butter that know of .* 1 other stay/,
    );
    expect(await kept("Bread \0 & Butter")).toEqual([without]);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    const [head, ...lines] = readFileSync(join(folder, file), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(head).toMatchObject({ assessment: knowing, organisation: "Bread \0 & Butter" });
    expect(lines.find(({ section }) => section === "repositories")).toMatchObject({
      content: { repositories: sample.repositories },
    });
    expect(lines.map(({ section }) => String(section)).toSorted()).toEqual(
      Object.keys(sample.sections).toSorted(),
    );

    expect((await run("forget", "Bread \0 & Butter")).notes).toContain("None is left.");
    expect(await kept("Bread")).toEqual([neighbour]);
    expect(await store.current("a")).toMatchObject({ id: neighbour });
  });

  it("what cannot be exported is not removed, and a place that is gone is not the last one", async () => {
    const id = await save(store, { place: "tavern" });
    await store.makeLatest("tavern");
    const failed = await run("forget", "tavern", "--export", ".");
    expect([failed.code, failed.notes]).toEqual([5, expect.stringContaining("is a folder")]);
    expect(await kept("tavern")).toEqual([id]);
    expect((await run("forget", "tavern", "--quiet")).notes).toBe("");
    expect(await store.latestPlace()).toBeNull();
    expect(await store.current("tavern")).toBeNull();
  });
});
