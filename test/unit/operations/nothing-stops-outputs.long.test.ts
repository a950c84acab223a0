import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { report as reportSchema, type Report } from "#sections/report.ts";
import { assessOrganisation } from "#operations/assess-organisation.ts";
import { createWorkerPool, runAll } from "#operations/reading/worker-pool.ts";
import { makeTemporaryFolder, sweepTemporaryFolders } from "#sources/git/temporary-folder.ts";
import { FileCache } from "#store/files/cache.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { recordRun, type RecordedRun } from "../surfaces/cli/recorded-session.ts";

let folder = "";
const at = (...path: string[]): string => join(folder, ...path);
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-stops-")));
  for (const name of ["till", "oven"])
    repository(name, { layout: "bare" })
      .commit({
        at: "2024-03-01",
        author: "Ada Oven <ada@bakery.example>",
        message: "Open",
        files: { "package.json": `{"name": "${name}", "version": "1.0.0"}\n` },
      })
      .write(at("org"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const assess = async (...more: string[]): Promise<RecordedRun & { report: Report }> => {
  const args = ["assess", "org", "--no-duplication", "--json", "report.json", ...more];
  const run = await recordRun(args, { workingFolder: folder, assess: assessOrganisation });
  expect([run.code, run.notes]).toEqual([0, expect.any(String)]);
  return {
    ...run,
    report: reportSchema.parse(JSON.parse(readFileSync(at("report.json"), "utf8"))),
  };
};
const cacheOf = (): string => {
  const own = readdirSync(at("cache", "fulcrum")).find((name) => name !== "latest");
  return at("cache", "fulcrum", own ?? "");
};
const namesOf = ({ report }: { report: Report }): string[] =>
  report.repositories.map(({ name }) => name).sort();

describe("one repository", () => {
  test("with a link that leads nowhere among its packs is read or named, and the others are read", async () => {
    const till = readdirSync(at("org")).find((name) => name.startsWith("till"));
    const pack = at("org", till ?? "", "objects", "pack");
    mkdirSync(pack, { recursive: true });
    for (const end of ["idx", "pack"])
      symlinkSync("nowhere", join(pack, `pack-${"0".repeat(40)}.${end}`));
    const { report } = await assess();
    const where = report.problems.map((one) => one.where);
    expect([...namesOf({ report }), ...where].join(" ")).toContain("till");
    expect(namesOf({ report })).toContain("oven");
  });
});

describe("a cache that cannot be used", () => {
  test("its home is a file: the report is written, and it is said; with --no-cache nothing is", async () => {
    mkdirSync(at("cache"));
    writeFileSync(at("cache", "fulcrum"), "");
    const run = await assess();
    expect(namesOf(run)).toEqual(["oven", "till"]);
    expect(existsSync(at("fulcrum-report.html"))).toBe(true);
    expect(run.notes).toContain("Nothing is kept for the next run");
    expect(run.notes).toContain("The other commands do not know this report");
    rmSync(at("report.json"));
    const without = await assess("--no-cache");
    expect(namesOf(without)).toEqual(["oven", "till"]);
    expect(without.notes).not.toContain("Nothing is kept");
  });

  test("a file stands for a folder, a folder for a file: said once, and the report is whole", async () => {
    await assess("--quiet");
    const [evidence, last, key] = ["evidence", "assessment/current.json", "identity.key"].map(
      (name) => join(cacheOf(), name),
    ) as [string, string, string];
    for (const place of [evidence, last]) rmSync(place, { recursive: true });
    writeFileSync(evidence, "");
    mkdirSync(last);
    writeFileSync(at("org", "fulcrum.yaml"), "name: Crumb\n");
    const run = await assess();
    expect(run.report.organisation.name).toBe("Crumb");
    expect(run.notes.match(/not kept for the next run/g)).toHaveLength(1);
    expect(run.notes).toContain("The other commands do not know this report");
    const shown = await recordRun(["cache", "show", "--cache", cacheOf()], {
      workingFolder: folder,
    });
    expect(shown.code).toBe(0);
    rmSync(key);
    mkdirSync(key);
    expect((await assess()).notes).toContain("pseudonyms are of this run only");
  });

  test("pipes in the place of an entry and of the key are not waited for", async () => {
    const cache = new FileCache(at("pipes"));
    await cache.write("evidence", "till", "key", "value");
    const [entry] = readdirSync(at("pipes", "evidence"));
    rmSync(at("pipes", "evidence", entry ?? ""));
    for (const place of [at("pipes", "evidence", entry ?? ""), at("pipes", "identity.key")])
      execFileSync("mkfifo", [place]);
    expect(await cache.read("evidence", "till", "key")).toBeNull();
    await expect(cache.identityKey()).rejects.toMatchObject({ code: "write-failed" });
  });
});

describe("room for temporary files", () => {
  test("is looked for elsewhere where the usual place is missing, or is a file", async () => {
    vi.stubEnv("TMPDIR", at("gone"));
    expect(namesOf(await assess("--no-cache"))).toEqual(["oven", "till"]);
    expect(existsSync(at("gone"))).toBe(false);
    writeFileSync(at("file"), "");
    expect(dirname(await makeTemporaryFolder([at("file"), at("spare")]))).toBe(at("spare"));
  });

  test("that is nowhere is said, with what to do", async () => {
    writeFileSync(at("file"), "");
    await expect(makeTemporaryFolder([at("file", "a"), at("file", "b")])).rejects.toMatchObject({
      code: "write-failed",
      next: expect.stringContaining("TMPDIR"),
    });
  });

  test("is given back, also by whom it was taken from", async () => {
    mkdirSync(at("room"));
    const mine = await makeTemporaryFolder([at("room")]);
    const left = (name: string, mark: string | null): void => {
      mkdirSync(at("room", name));
      if (mark !== null) writeFileSync(at("room", name, "fulcrum-temporary"), mark);
    };
    const { pid } = await deadProcess();
    left("fulcrum-work-dead00", `${String(pid)} ${hostname()}\n`);
    left("fulcrum-work-alive0", `${String(process.ppid)} ${hostname()}\n`);
    left("fulcrum-work-other0", `${String(pid)} another-bakery\n`);
    left("fulcrum-work-nobody", null);
    left("fulcrum-report", `${String(pid)} ${hostname()}\n`);
    symlinkSync(at("org"), at("room", "fulcrum-work-link00"));
    await sweepTemporaryFolders(dirname(mine));
    expect(readdirSync(at("room")).toSorted()).toEqual(
      [
        "fulcrum-report",
        "fulcrum-work-alive0",
        "fulcrum-work-link00",
        "fulcrum-work-nobody",
        "fulcrum-work-other0",
        mine.slice(mine.lastIndexOf("/") + 1),
      ].toSorted(),
    );
    expect(existsSync(at("org"))).toBe(true);
  });
});

async function deadProcess(): Promise<{ pid: number | undefined }> {
  const { spawn } = await import("node:child_process");
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await new Promise((resolve) => child.on("exit", resolve));
  return { pid: child.pid };
}

describe("after a failure", () => {
  const signal = new AbortController().signal;
  const poolOf = (work: (task: number) => Promise<number>) =>
    createWorkerPool<number, number>({
      entry: new URL("file:///nowhere.js"),
      width: 2,
      inProcess: work,
      nameOf: String,
    });

  test("no other work is begun", async () => {
    let begun = 0;
    const pool = poolOf(async (task) => {
      begun++;
      await Promise.resolve();
      if (task === 1) throw new Error("burnt");
      await new Promise((resolve) => setTimeout(resolve, 5));
      return task;
    });
    await expect(runAll(pool, [0, 1, 2, 3, 4, 5, 6, 7], signal)).rejects.toThrow("burnt");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(begun).toBe(2);
  });

  test("a pool that is closed begins none either", async () => {
    const pool = poolOf((task) => Promise.resolve(task));
    await pool.close();
    await expect(pool.run(1, signal)).rejects.toMatchObject({ code: "worker-failed" });
  });
});
