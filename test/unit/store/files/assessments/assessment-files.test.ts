import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { assessmentStoreSuite } from "#fixtures/assessment-store-suite.ts";
import { sections } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import { AssessmentFiles } from "#store/files/assessments/assessment-files.ts";

const report = sampleReport();
let home = "";
let place = "";
let store: AssessmentFiles;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "fulcrum-assessments-"));
  place = join(home, "place");
  store = new AssessmentFiles(home);
});
afterEach(() => rm(home, { recursive: true, force: true }));

const origin = { folders: ["/repos"], configurationPath: null, generatedAt: report.generatedAt };
const save = (from: Report = report, reuseKey: string | null = null) =>
  store.save({ place, report: from, origin, reuseKey });
/** The same organisation, another day. */
const of = (asOf: string, more: Partial<Report> = {}): Report => ({ ...report, asOf, ...more });
const days = ["2026-01-01T23:59:59.000Z", "2026-01-02T23:59:59.000Z", "2026-01-03T23:59:59.000Z"];
const generations = async () =>
  (await readdir(join(place, "assessment"))).filter((name) => !name.endsWith(".json")).sort();

assessmentStoreSuite("files", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fulcrum-assessments-"));
  const own = new AssessmentFiles(folder);
  return {
    store: own,
    again: () => new AssessmentFiles(folder),
    unknownId: join(own.placeOf(["/repos"]), "assessment", "lz0000-0123456789ab"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
});

describe("an assessment in files", () => {
  it("comes back as the same text", async () => {
    const id = await save();
    expect(JSON.stringify(await store.report(id))).toBe(JSON.stringify(report));
  });

  it("is a file for each section, which a question about another one does not open", async () => {
    const id = await save();
    const names = (await readdir(id)).sort();
    expect(names).toEqual([...sections.map(({ name }) => `${name}.json`), "index.json"].sort());
    for (const name of names)
      if (name !== "teams.json" && name !== "index.json") await rm(join(id, name));
    expect((await store.section(id, "teams")).content.teams).toEqual(report.teams);
  });

  it("takes the place of the one before, whose reader may go on", async () => {
    const first = await save(of(days[0]!));
    const second = await save(of(days[1]!));
    expect((await store.current(place))?.id).toBe(second);
    expect((await store.head(first)).asOf).toBe(days[0]);
    expect((await store.section(first, "teams")).content.teams).toEqual(report.teams);
    await save(of(days[2]!));
    expect(await generations()).toHaveLength(2);
    await expect(new AssessmentFiles(home).section(first, "teams")).rejects.toMatchObject({
      code: "no-assessment",
      message: "The assessment was replaced by others while it was read.",
    });
  });
});

describe("what went wrong", () => {
  it("with a torn file is said, and only to who asks for its section", async () => {
    const id = await save(report, "key");
    const path = join(id, "adoption.json");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.slice(0, text.length / 2));
    await expect(store.section(id, "adoption")).rejects.toMatchObject({
      code: "no-assessment",
      message: expect.stringContaining("adoption.json is not whole"),
      next: expect.stringContaining("fulcrum assess"),
    });
    // One that reads as JSON, and is another's.
    await writeFile(path, text.replace(/"adoptersNow":\d+/, '"adoptersNow":7777'));
    await expect(store.section(id, "adoption")).rejects.toMatchObject({ code: "no-assessment" });
    await expect(store.items(id, "adoption", "capabilityId", new Set(["x"]))).rejects.toMatchObject(
      { code: "no-assessment" },
    );
    expect((await store.section(id, "teams")).content.teams).toEqual(report.teams);
    await expect(store.report(id)).rejects.toMatchObject({ code: "no-assessment" });
  });

  it("with a missing section, index or pointer is said", async () => {
    const id = await save(report, "key");
    await rm(join(id, "value.json"));
    await expect(store.section(id, "value")).rejects.toMatchObject({
      code: "no-assessment",
      message: expect.stringContaining("There is no report at"),
    });
    await rm(join(id, "index.json"));
    const again = new AssessmentFiles(home);
    await expect(again.head(id)).rejects.toMatchObject({ code: "no-assessment" });
    expect(await again.reusable(place, report.organisation.name)).toBeNull();
    await writeFile(join(dirname(id), "current.json"), '{"generation":"../../etc","origin":');
    expect(await again.current(place)).toBeNull();
  });

  it("with another version of fulcrum is said", async () => {
    const id = await save();
    const index = join(id, "index.json");
    const text = await readFile(index, "utf8");
    await writeFile(index, text.replace(/"schemaVersion":[^,]+/, '"schemaVersion":"0.1"'));
    await expect(store.head(id)).rejects.toMatchObject({
      code: "no-assessment",
      message: expect.stringContaining("not of this version of fulcrum"),
    });
  });

  it("in the middle of writing leaves the one before in force", async () => {
    const first = await save(of(days[0]!));
    // Killed before its folder got its name, and before the pointer was set.
    await mkdir(join(place, "assessment", "lz0000-0123456789ab.part"));
    await rename(await copyOf(first), join(place, "assessment", "lz0001-0123456789ab"));
    const again = new AssessmentFiles(home);
    expect((await again.current(place))?.id).toBe(first);
    expect((await again.head(first)).asOf).toBe(days[0]);
    // The next one takes away what nobody points at; what may still be written is left for a day.
    await save(of(days[1]!));
    expect(await generations()).toContain("lz0000-0123456789ab.part");
    expect(await generations()).not.toContain("lz0001-0123456789ab");
    const old = new Date(Date.now() - 2 * 86_400_000);
    await utimes(join(place, "assessment", "lz0000-0123456789ab.part"), old, old);
    await save(of(days[2]!));
    expect(await generations()).toHaveLength(2);
  });

  it("in a folder that cannot be made is a failure to write, with nothing left behind", async () => {
    await writeFile(place, "a file in its place");
    await expect(save()).rejects.toMatchObject({ code: "write-failed" });
    expect(await readdir(home)).toEqual(["place"]);
  });

  async function copyOf(id: string): Promise<string> {
    const copy = join(home, `${basename(id)}-copy`);
    await mkdir(copy);
    for (const name of await readdir(id))
      await writeFile(join(copy, name), await readFile(join(id, name)));
    return copy;
  }
});

describe("two at once", () => {
  it("both write whole assessments, and one of them is in force", async () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      of(`2026-02-0${String(index + 1)}T23:59:59.000Z`),
    );
    const ids = await Promise.all(
      many.map((one) =>
        new AssessmentFiles(home).save({ place, report: one, origin, reuseKey: one.asOf }),
      ),
    );
    const current = (await store.current(place))?.id ?? "";
    expect(ids).toContain(current);
    expect(await store.report(current)).toEqual(many[ids.indexOf(current)]);
    // The one that stands for the next and the one in force are the same.
    expect((await store.reusable(place, report.organisation.name))?.id).toBe(current);
  });

  it("a reader sees one of them, whatever is written meanwhile", async () => {
    await save(of(days[0]!));
    const asOfs = new Set<string>();
    const writing = (async () => {
      for (let round = 0; round < 6; round++) await save(of(days[round % 3]!));
    })();
    await vi.waitFor(async () => {
      const id = (await store.current(place))?.id ?? "";
      const { head } = await new AssessmentFiles(home).head(id).then((found) => ({ head: found }));
      asOfs.add(head.asOf);
      expect(days).toContain(head.asOf);
    });
    await writing;
    expect(asOfs.size).toBeGreaterThan(0);
  });
});
