import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { report as reportSchema, type Report } from "#sections/report.ts";
import type { Explanation } from "#sections/explanation/explanation.ts";
import { sampleAsOf } from "#fixtures/sample-organisation.ts";
import { copySample, copySampleCache } from "./sample-copy.ts";

const main = join(import.meta.dirname, "..", "..", "dist", "bundle", "main.js");
const until = ["--as-of", sampleAsOf.slice(0, 10)];

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly notes: string;
}

/** Of what is asked more than once, no more is read than these. */
const few = ["back-office", "lost-property", "service-catalogue", "ticket-office", "web-kit"];

let folder = "";
let environment: NodeJS.ProcessEnv = {};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-e2e-"));
  environment = { ...process.env, XDG_CACHE_HOME: join(folder, "cache"), NO_COLOR: "1" };
  copySample(join(folder, "repos"));
  copySample(join(folder, "few", "repos"), few);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Where {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

function fulcrum(args: readonly string[], { cwd = folder, env = {} }: Where = {}): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...environment, ...env }, maxBuffer: 1e9 };
    const child = execFile(process.execPath, [main, ...args], options, (_, out, notes) => {
      resolve({ code: child.exitCode, out, notes });
    });
  });
}

async function assessed(args: readonly string[] = [], where: Where = {}): Promise<Report> {
  const words = ["assess", "repos", ...until, "--format", "json", "--no-out", ...args];
  const { code, out } = await fulcrum(words, where);
  expect(code).toBe(0);
  return reportSchema.parse(JSON.parse(out));
}

/** What a report says, without when it was made and what changed since. */
function contentOf(report: Report): Partial<Report> {
  const { generatedAt: _, previous: __, changes: ___, sections: ____, ...content } = report;
  return content;
}

describe("a newcomer on the sample organisation", () => {
  it("gets a summary and a page from one command, and the same again at once", async () => {
    const first = await fulcrum(["assess", "repos", ...until]);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^Read {6}26 repositories, \d+ components, \d+ teams$/m);
    expect(first.out).toContain("Report    fulcrum-report.html");
    expect(first.notes).toContain("Reading repositories: 26 of 26 repositories (100 %)");
    expect(readFileSync(join(folder, "fulcrum-report.html"), "utf8")).toMatch(/^<!doctype html>/i);
    const second = await fulcrum(["assess", "repos", ...until]);
    expect(second.out).toBe(first.out);
    expect(second.notes).toContain("Nothing changed since the last assessment.");
  });

  it("opens a rate down to a command that shows the commit", async () => {
    await assessed();
    const { out } = await fulcrum([
      "explain",
      "/adoption/@meridian~1telemetry/rate",
      "--format",
      "json",
    ]);
    const explanation: Explanation = JSON.parse(out);
    const fact = explanation.evidence.find(({ path }) => path?.endsWith("package.json"));
    const shown = execFileSync("sh", ["-c", fact?.command ?? "false"], { encoding: "utf8" });
    expect(shown).toContain('+    "@meridian/telemetry"');
  });

  it("lists capabilities, corrects an owner, sees it in the next report, takes it back", async () => {
    const where = { cwd: join(folder, "few") };
    await assessed([], where);
    const { out } = await fulcrum(["capabilities", "--format", "json"], where);
    const rows: { name: string; adoptersNow: number }[] = JSON.parse(out);
    expect(rows.find(({ name }) => name === "meridian-railways/ci-workflows")?.adoptersNow).toBe(3);

    const owner = (report: Report) =>
      report.components.find(({ name }) => name === "lost-property");
    const corrected = await fulcrum(["correct", "owner", "lost-property", "operations"], where);
    expect(corrected.out).toContain("lost-property: owner was unknown, now operations.");
    expect(owner(await assessed([], where))).toMatchObject({
      ownerIds: ["team:operations"],
      ownerSource: "correction",
    });
    await fulcrum(["correct", "owner", "lost-property", "--undo"], where);
    expect(owner(await assessed([], where))?.ownerIds).toEqual([]);
    rmSync(join(where.cwd, "fulcrum.yaml"));
  });

  it("writes a first fulcrum.yaml that finds the catalogue and is accepted", async () => {
    const where = { cwd: join(folder, "few") };
    const { code, out } = await fulcrum(["init", "repos"], where);
    expect(code).toBe(0);
    expect(out).toContain("Found a catalogue: data/applications.yml in service-catalogue");
    const report = await assessed([], where);
    expect(report.organisation.name).toBe("repos");
    expect(report.evidence.some(({ path }) => path === "data/applications.yml")).toBe(true);
    expect((await fulcrum(["init", "repos"], where)).code).toBe(2);
    rmSync(join(where.cwd, "fulcrum.yaml"));
  });
});

describe("what goes wrong", () => {
  it.each([
    ["a folder without repositories", ["assess", "empty"], {}, 3, "No git repository was found"],
    ["no folder", ["assess", "nowhere"], {}, 2, "is not a folder"],
    ["no git", ["assess", "few/repos"], { PATH: "/nonexistent" }, 4, "git was not found"],
    [
      "a page that cannot be written",
      ["assess", "few/repos", "--out", "file/x.html"],
      {},
      5,
      "Could not write",
    ],
    [
      "a configuration with a mistake",
      ["assess", "few/repos", "--config", "bad.yaml"],
      {},
      2,
      "line 2",
    ],
    ["a code word for another command", ["explian", "x"], {}, 2, "Unknown command 'explian'"],
  ])("%s: two lines and an exit code", async (_, args, env, exitCode, words) => {
    mkdirSync(join(folder, "empty"), { recursive: true });
    writeFileSync(join(folder, "file"), "");
    writeFileSync(join(folder, "bad.yaml"), "name: Rails\nbots: none\n");
    const { code, out, notes } = await fulcrum(args, { env });
    expect(code).toBe(exitCode);
    expect(out).toBe("");
    const lines = notes.trimEnd().split("\n");
    expect(lines.at(-2)).toMatch(/^Error: /);
    expect(lines.at(-2)).toContain(words);
  });

  it.skipIf(process.platform === "win32")(
    "no more files that may be opened: two lines and an exit code",
    () => {
      const { status, stdout, stderr } = spawnSync(
        "sh",
        ["-c", `ulimit -n 40; exec "$0" "$@"`, process.execPath, main, "assess", "few/repos"],
        { cwd: folder, env: environment, encoding: "utf8" },
      );
      expect([status, stdout]).toEqual([71, ""]);
      expect(stderr).toBe(
        "Error: The system lets this process open no more files.\nRaise the limit (ulimit -n 256 is enough), or ask for fewer threads with --jobs 1.\n",
      );
    },
  );

  it("a reader that has had enough is no failure", async () => {
    const command = `"${process.execPath}" "${main}" assess few/repos --format json --no-out | head -c 10`;
    const out = execFileSync("sh", ["-c", command], {
      cwd: folder,
      env: environment,
      encoding: "utf8",
    });
    expect(out).toBe('{"schemaVe');
  });

  it("Ctrl-C ends it with 130 and a whole cache: the next run finds what an undisturbed one finds", async () => {
    const own = join(folder, "interrupted");
    const args = ["assess", "repos", ...until, "--cache", own, "--jobs", "1", "--no-out"];
    const child = spawn(process.execPath, [main, ...args], { cwd: folder, env: environment });
    let notes = "";
    let isAsked = false;
    child.stderr.on("data", (chunk: Buffer) => {
      notes += chunk.toString("utf8");
      if (isAsked || !/[2-9] of 26/.test(notes)) return;
      isAsked = true;
      child.kill("SIGINT");
    });
    const code = await new Promise((resolve) => child.on("exit", resolve));
    expect(code).toBe(130);
    expect(notes).toContain("Error: Stopped before the end.");
    expect(existsSync(join(own, "assessment"))).toBe(false);
    expect(readdirSync(join(own, "evidence")).length).toBeGreaterThan(0);
    copySampleCache(join(folder, "undisturbed"));
    const undisturbed = join(folder, "undisturbed", "fulcrum");
    const after = contentOf(await assessed(["--cache", own]));
    expect(after).toEqual(contentOf(await assessed(["--cache", undisturbed])));
  }, 240_000);
});

describe("starting", () => {
  it("help loads no source, no insight and no schema", () => {
    const traced = join(folder, "loaded.txt");
    const hooks = `import { appendFileSync } from "node:fs";
      export async function load(url, context, next) {
        appendFileSync(${JSON.stringify(traced)}, url + "\\n");
        return next(url, context);
      }`;
    writeFileSync(join(folder, "hooks.mjs"), hooks);
    writeFileSync(
      join(folder, "register.mjs"),
      'import { register } from "node:module"; register("./hooks.mjs", import.meta.url);',
    );
    // As modules, which have names; and the bundle, which is cut along the same imports.
    const modules = join(main, "..", "..", "main.js");
    for (const entry of [modules, main])
      execFileSync(process.execPath, ["--import", join(folder, "register.mjs"), entry, "--help"]);
    const loaded = readFileSync(traced, "utf8");
    expect(loaded).toContain("/surfaces/cli/program.js");
    expect(loaded).toContain("/dist/bundle/main.js");
    expect(loaded).not.toMatch(
      /\/dist\/(?:sources|model|insight|store)\/|node_modules\/(?:zod|yaml)\//,
    );
  });
});
