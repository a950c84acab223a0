import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReadJob, ReadOutcome } from "#operations/reading/read-job.ts";
import { readLimits, secondsFor, type ReadLimits } from "#operations/reading/read-limits.ts";
import { ReaderPool } from "#operations/reading/reader-pool.ts";
import { repositoryReading } from "#operations/reading/start-readers.ts";

const sources = join(import.meta.dirname, "..", "..", "..", "src", "operations", "reading");
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-readers-"));
  writeFileSync(join(folder, "package.json"), `{"type": "module"}`);
  const source = (name: string): string => join(sources, `${name}.ts`);
  const bundle = await rolldown({
    input: {
      "read-guard-worker": source("read-guard-worker"),
      "read-worker": fileURLToPath(new URL("./misbehaving-reader.ts", import.meta.url)),
      "one-pool": fileURLToPath(new URL("./one-reader.ts", import.meta.url)),
    },
    platform: "node",
    resolve: { conditionNames: ["source", "node", "import"] },
  });
  await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].js" });
  await bundle.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** So long that a busy machine never meets them. */
const patient: ReadLimits = {
  fileSeconds: 60,
  repositorySeconds: 120,
  secondsPerMegabyte: 0,
  memoryMegabytes: 64,
  mostGivenUp: 1,
};
const short: ReadLimits = { ...patient, fileSeconds: 1.5, repositorySeconds: 4 };
const signal = new AbortController().signal;

const jobOf = (name: string): ReadJob => ({
  id: join(folder, "repository"),
  name,
  location: { gitDir: "", objectsDir: "", shallowFile: null, shadowDir: "" },
  refs: {
    head: null,
    defaultBranch: null,
    goneDefaultBranch: null,
    branches: new Map(),
    tags: new Map(),
    remote: null,
    digest: "",
  },
  personKey: "",
  bots: [],
  catalogues: [],
  deploymentPatterns: [],
  earlier: null,
  wantsBlobs: false,
  packBytes: 0,
});

const poolWithin = (limits: ReadLimits): ReaderPool<ReadJob, ReadOutcome> =>
  new ReaderPool({
    entry: pathToFileURL(join(folder, "read-guard-worker.js")),
    thread: pathToFileURL(join(folder, "read-worker.js")),
    reading: repositoryReading,
    width: 1,
    limits,
    folder,
  });

/** What becomes of repositories that are read one after another, by one reader. */
async function readWithin(limits: ReadLimits, ...names: string[]): Promise<(string | null)[]> {
  const pool = poolWithin(limits);
  try {
    const outcomes: ReadOutcome[] = [];
    for (const name of names) outcomes.push(await pool.run(jobOf(name), signal));
    return outcomes.map(
      ({ failure, isLost }) => `${isLost === true ? "lost: " : ""}${failure ?? ""}`,
    );
  } finally {
    await pool.close();
  }
}
const fine = "read without ";
const read = async (...names: string[]) => readWithin(patient, ...names);
const readShort = async (...names: string[]) => readWithin(short, ...names);

describe.concurrent("a repository whose reader dies", () => {
  test("costs the file that killed it, and the others nothing", async () => {
    const found = await read("oven", "till menu.yaml flour.abort rye.yaml", "mill");
    expect(found).toEqual([fine, "read without flour.abort", fine]);
  });

  test("costs itself where no file was being read, and is tried once more only", async () => {
    const [till, mill] = await read("walk-abort", "mill");
    expect(till).toMatch(/^lost: the reader ended: .*SIGABRT/);
    expect(mill).toBe(fine);
    expect((await read("leave"))[0]).toMatch(/^lost: the reader ended: exit code/);
  });

  test("costs the file that wants more memory than there is", async () => {
    expect(await read("till flour.memory", "mill")).toEqual(["read without flour.memory", fine]);
  });

  test("is given up after some files", async () => {
    const [till, mill] = await read("till a.abort b.abort", "mill");
    expect(till).toMatch(/^lost: the reader ended/);
    expect(mill).toBe(fine);
  });
});

describe.concurrent("a repository that takes too long", () => {
  test("costs the file that is read for ever", async () => {
    const found = await readShort("till Dockerfile.endless menu.yaml", "mill");
    expect(found).toEqual(["read without Dockerfile.endless", fine]);
  });

  test("costs itself where several are", async () => {
    const [till] = await readShort("till a.endless b.endless");
    expect(till).toBe("lost: the reader was held up by a.endless, b.endless");
  });

  test("costs itself where its files are not to blame", async () => {
    const [till, mill] = await readShort("walk-endless", "mill");
    expect(till).toBe(
      "lost: the reader was ended after 4 s, more than a repository of its size may take",
    );
    expect(mill).toBe(fine);
  });

  test("may take longer the more there is", () => {
    const real = readLimits(2);
    expect(secondsFor(real, 0)).toBe(real.repositorySeconds);
    expect(secondsFor(real, 1e9)).toBeGreaterThan(2000);
    expect(secondsFor(real, 1e15)).toBeLessThanOrEqual(4 * 3600);
  });
});

test("a stopped run ends its readers at once", async () => {
  const pool = poolWithin(patient);
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error("stopped")), 300);
  const began = Date.now();
  await expect(pool.run(jobOf("walk-endless"), stop.signal)).rejects.toThrow("stopped");
  expect(Date.now() - began).toBeLessThan(3000);
});

test("no reader outlives the process that started it, however that ends", async () => {
  const pidFile = join(folder, "reader.pid");
  writeFileSync(pidFile, "");
  const parent = spawn(process.execPath, [join(folder, "one-pool.js"), pidFile]);
  const reader = await until(() => Number(readFileSync(pidFile, "utf8")) || null);
  parent.kill("SIGKILL");
  await until(() => (isAlive(reader) ? null : true));
  expect(isAlive(reader)).toBe(false);
});

async function until<Value>(ask: () => Value | null): Promise<Value> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not come to pass");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
