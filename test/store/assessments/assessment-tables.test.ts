import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceDatabase } from "#ports/database.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { assessmentStoreSuite } from "#fixtures/assessment-store-suite.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { newDatabase, servers, type OwnDatabase } from "../shared-databases.ts";

const open = async (url: string): Promise<ServiceDatabase> => {
  const { signal } = new AbortController();
  const opened = await openDatabase({ dataFolder: "/nowhere", url, make: false, signal });
  if (opened === null) throw new Error("a server was named");
  return opened;
};

describe.each(servers)("$name", (server) => {
  let database: OwnDatabase;
  let opened: readonly ServiceDatabase[] = [];
  beforeAll(async () => {
    database = await newDatabase(server);
    opened = [await open(database.url), await open(database.url)];
    await opened[0]?.migrate();
  });
  afterAll(async () => {
    for (const one of opened) await one.close();
    await database.drop();
  });

  assessmentStoreSuite(server.name, async () => {
    const [store, other] = await Promise.all(opened.map((one) => one.assessments()));
    if (store === undefined || other === undefined) throw new Error("two were opened");
    return {
      store,
      again: () => other,
      unknownId: "999999",
      remove: async () => {
        await database.query("truncate assessment, current_assessment, setting cascade");
      },
    };
  });

  it("keeps what was assessed before, and half of nothing", async () => {
    const store = await opened[0]!.assessments();
    const report = sampleReport();
    const origin = { folders: ["/a"], configurationPath: null, generatedAt: report.generatedAt };
    const first = await store.save({ place: "a", report, origin, reuseKey: null });
    for (let more = 0; more < 3; more++)
      await store.save({ place: "a", report, origin, reuseKey: null });
    expect(await store.report(first)).toEqual(report);

    const before = await database.query("select count(*)::int as n from assessment_item");
    const torn = { ...report, evidence: [...report.evidence, { id: 7n }] };
    await expect(
      store.save({ place: "a", report: torn as never, origin, reuseKey: null }),
    ).rejects.toMatchObject({ code: "database-failed" });
    expect(await database.query("select count(*)::int as n from assessment_item")).toEqual(before);
    expect(await database.query("select count(*)::int as n from assessment")).toEqual([{ n: 4 }]);
  });

  it("finds the records of a list by their ids without looking through it", async () => {
    const plan = await database.query(
      "explain select item from assessment_item where assessment_id = 1 and list = 'evidence' and key in ('a', 'b') and item ->> 'id' in ('a', 'b')",
    );
    expect(JSON.stringify(plan)).toContain("assessment_item_by_key");
  });
});
