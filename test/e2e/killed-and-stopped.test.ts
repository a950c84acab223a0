import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { report as reportSchema, type Report } from "#sections/report.ts";
import { repository } from "#fixtures/repository-builder.ts";

const main = join(import.meta.dirname, "..", "..", "dist", "bundle", "main.js");
let folder = "";
let environment: NodeJS.ProcessEnv = {};
/** Enough of it that it is a copy elsewhere. */
const plant = Array.from(
  { length: 30 },
  (_, row) =>
    `export function row${String(row)}(bed) {\n  return bed.rows[${String(row)}].map((one) => one.water * 2);\n}\n`,
).join("");
const at = (...path: string[]): string => join(folder, ...path);

/** `mark()`: that it has begun, for whoever waits for it. */
const beforeMischief = `
import { execSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { isMainThread, Worker } from "node:worker_threads";
const mark = () => writeFileSync(process.env.FULCRUM_TEST_MARK, "begun");
`;

/** What is done to threads of Fulcrum, by a module that Node loads before them; the processes' own threads go on. */
const mischief = {
  "compute.mjs": `if (!isMainThread) setTimeout(() => { mark(); for (;;); }, 400);`,
  "wait.mjs": `if (!isMainThread) setTimeout(() => { mark(); execSync("sleep 30"); }, 400);`,
  // A reader dies at whatever file has the word in it; the command itself does not.
  "poison.mjs": `if (!isMainThread && process.argv[1]?.includes("read-worker")) {
    const { parse } = JSON;
    JSON.parse = (text) => {
      if (text.includes("nightshade")) { process.kill(process.pid, "SIGKILL"); for (;;); }
      return parse(text);
    };
  }`,
  // A reader of code dies at whatever file has the word in it.
  "blight.mjs": `if (!isMainThread && process.argv[1]?.includes("read-code-worker")) {
    const { includes } = Buffer.prototype;
    Buffer.prototype.includes = function (...wanted) {
      if (this.toString().startsWith("const foxglove")) { process.kill(process.pid, "SIGKILL"); for (;;); }
      return includes.apply(this, wanted);
    };
  }`,
  // A thread that compares code dies of it, as often as is said.
  "moth.mjs": `if (!isMainThread) {
    const { postMessage } = Worker.prototype;
    const [kind, times = "1000"] = (process.env.FULCRUM_TEST_MOTH ?? "").split(" ");
    let left = Number(times);
    Worker.prototype.postMessage = function (task) {
      return task.kind === kind && left-- > 0 ? this.terminate() : postMessage.call(this, task);
    };
  }`,
  // Whoever reads code never ends.
  "slow.mjs": `if (!isMainThread && process.argv[1]?.includes("read-code-worker")) {
    Buffer.prototype.includes = () => { mark(); for (;;); };
  }`,
  "sleepy.mjs": `if (!isMainThread && process.argv[1]?.includes("read-worker")) {
    const { parse } = JSON;
    JSON.parse = (text) => { mark(); for (;;); };
  }`,
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-stopped-"));
  environment = { ...process.env, XDG_CACHE_HOME: at("cache"), TMPDIR: at("tmp"), NO_COLOR: "1" };
  mkdirSync(at("tmp"));
  for (const [name, text] of Object.entries(mischief)) {
    writeFileSync(at(name), `${beforeMischief}${text}\n`);
  }
  for (const name of ["till", "oven", "garden"])
    repository(name, { layout: "bare" })
      .commit({
        at: "2024-03-01",
        author: "Ada Oven <ada@bakery.example>",
        message: "Open",
        files: {
          "package.json": `{"name": "${name}", "version": "1.0.0"}\n`,
          "beds/plant.js": plant,
          ...(name === "garden"
            ? { "beds/foxglove.js": "const foxglove = { bells: [1, 2, 3] };\n" }
            : {}),
          "beds/package.json": `{"name": "${name === "garden" ? "nightshade" : "shelf"}"}\n`,
        },
      })
      .write(at("org"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const assess = ["assess", "org", "--no-duplication", "--jobs", "2"];

/** Runs the command with the mischief, and sends it a signal when that has begun. */
async function stopped(
  preload: keyof typeof mischief,
  args: readonly string[],
  signal: "SIGINT" | "SIGTERM" | "SIGKILL",
): Promise<{ ending: number | string | null; seconds: number; notes: string }> {
  const nodeOptions = `--import=${at(preload)}`;
  const mark = at("begun");
  rmSync(mark, { force: true });
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: { ...environment, NODE_OPTIONS: nodeOptions, FULCRUM_TEST_MARK: mark },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let notes = "";
  child.stderr.on("data", (chunk: Buffer) => (notes += chunk.toString("utf8")));
  const ended = new Promise<number | string | null>((resolve) =>
    child.on("close", (code, by) => resolve(code ?? by)),
  );
  await vi.waitFor(() => expect(existsSync(mark)).toBe(true), { timeout: 60_000, interval: 50 });
  const began = Date.now();
  child.kill(signal);
  const ending = await ended;
  return { ending, seconds: (Date.now() - began) / 1000, notes };
}

describe("a command that does not listen", () => {
  it.each([
    // What V8 cannot break off in time the system ends: shells call both the same.
    ["computes", "compute.mjs", "SIGINT", [130, "SIGINT"]],
    ["computes", "compute.mjs", "SIGTERM", [143, "SIGTERM"]],
    ["waits in one long step", "wait.mjs", "SIGTERM", [143, "SIGTERM"]],
  ] as const)("because it %s (%s) ends on %s", async (_, preload, signal, endings) => {
    const { ending, seconds, notes } = await stopped(preload, assess, signal);
    expect(endings).toContain(ending);
    expect(seconds).toBeLessThan(2);
    expect(notes).toContain("Error: Stopped before the end.");
    expect(readdirSync(at("tmp"))).toEqual([]);
  });

  it("whatever it is: SLO documents, the index, a list", async () => {
    for (const args of [["slo", "validate", "org"], ["capabilities"]])
      expect([130, "SIGINT"]).toContain((await stopped("compute.mjs", args, "SIGINT")).ending);
  });
});

describe("readers", () => {
  it("that die cost the file at which they died; the report says so, and holds all else", () => {
    const report = assessedWith("poison.mjs");
    expect(report.repositories.map(({ name }) => name).sort()).toEqual(["garden", "oven", "till"]);
    const problem = report.problems.find(({ code }) => code === "given-up");
    expect(problem).toMatchObject({ where: "garden: beds/package.json" });
    expect(report.components.map(({ name }) => name)).not.toContain("nightshade");
    expect(report.components.map(({ name }) => name)).toContain("till");
  });

  it("what was given up is tried again when the cause is gone", () => {
    assessedWith("poison.mjs", "--cache", at("own"));
    const { components, problems } = assessedWith(null, "--cache", at("own"));
    expect(components.map(({ name }) => name)).toContain("nightshade");
    expect(problems.filter(({ code }) => code === "given-up")).toEqual([]);
  });

  it("end with a command that is killed, and the next one removes what it left", async () => {
    const { ending } = await stopped("sleepy.mjs", [...assess, "--no-cache"], "SIGKILL");
    expect(ending).toBe("SIGKILL");
    expect(readdirSync(at("tmp")).length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(alive("sleepy.mjs")).toEqual([]);
    assessedWith(null, "--no-cache");
    expect(readdirSync(at("tmp"))).toEqual([]);
  });
});

describe("readers of code", () => {
  const compared = ["assess", "org", "--jobs", "2"];

  it("that die cost the file at which they died; the next run reads it", () => {
    const cache = ["--cache", at("code")];
    const { duplication, problems } = assessedBy("blight.mjs", [...compared, ...cache]);
    expect(problems.filter(({ source }) => source === "duplication")).toMatchObject([
      { code: "given-up", where: "garden", text: expect.stringContaining("beds/foxglove.js") },
    ]);
    expect(duplication?.classes).toMatchObject([{ copiesCount: 3 }]);
    const again = assessedBy(null, [...compared, ...cache]);
    expect(again.problems.map(({ code }) => code)).not.toContain("given-up");
    expect(again.duplication?.summary.linesCount).toBe((duplication?.summary.linesCount ?? 0) + 1);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("end on %s, and leave nothing", async (signal) => {
    const cache = ["--cache", at(`stopped-${signal}`)];
    const { seconds, notes } = await stopped("slow.mjs", [...compared, ...cache], signal);
    expect(seconds).toBeLessThan(2);
    expect(notes).toContain("Stopped before the end.");
    // What a reader still wrote while it was ended goes a moment later.
    await vi.waitFor(() => expect(readdirSync(at("tmp"))).toEqual([]), 3000);
    const left = readdirSync(cache[1] ?? "", { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => name.endsWith(".part"))).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(alive("slow.mjs")).toEqual([]);
  });
});

describe("threads that compare code", () => {
  it("and die cost the files that they were at", () => {
    const { duplication, problems } = comparedWith("verify");
    expect(duplication?.summary.filesCount).toBeGreaterThan(0);
    expect(problems.filter(({ code }) => code === "code-not-compared")).toContainEqual(
      expect.objectContaining({ where: "till", text: expect.stringContaining("exit code") }),
    );
  });

  it("before anything is compared cost the comparison; the next run makes it", () => {
    const { duplication, problems, repositories } = comparedWith("join");
    expect(duplication).toBeNull();
    expect(problems).toContainEqual(
      expect.objectContaining({ code: "code-not-compared", where: "all repositories" }),
    );
    expect(repositories).toHaveLength(3);
    const again = comparedWith("nothing");
    expect(again.duplication?.classes).toHaveLength(1);
    expect(again.problems.map(({ code }) => code)).not.toContain("code-not-compared");
  });

  it("while classes are formed cost what was found of one repository", () => {
    const { duplication, problems } = comparedWith("classes 1", "formed");
    expect(duplication?.summary.filesCount).toBeGreaterThan(0);
    expect(problems.filter(({ code }) => code === "code-not-compared")).toMatchObject([
      { where: expect.stringMatching(/^(?:garden|oven|till)$/) },
    ]);
    const always = comparedWith("classes", "formed");
    expect(always.duplication).toBeNull();
    expect(always.repositories).toHaveLength(3);
  });

  function comparedWith(kind: string, cache = "compared"): Report {
    environment = { ...environment, FULCRUM_TEST_MOTH: kind };
    return assessedBy("moth.mjs", ["assess", "org", "--jobs", "2", "--cache", at(cache)]);
  }
});

/** Processes with this mischief in their command lines. */
function alive(preload: keyof typeof mischief): string[] {
  const { stdout } = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(at(preload)));
}

function assessedWith(preload: keyof typeof mischief | null, ...more: string[]): Report {
  return assessedBy(preload, [...assess, ...more]);
}

function assessedBy(preload: keyof typeof mischief | null, command: readonly string[]): Report {
  const args = [main, ...command, "--no-out", "--json", "report.json"];
  const env = preload === null ? {} : { NODE_OPTIONS: `--import=${at(preload)}` };
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...environment, ...env },
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return reportSchema.parse(JSON.parse(readFileSync(at("report.json"), "utf8")));
}
