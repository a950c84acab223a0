import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { report as reportSchema, type Report } from "#sections/report.ts";
import { similarity as similaritySchema, type Similarity } from "#contract/similarity.ts";
import { schedule } from "#fixtures/clones/code-samples.ts";
import { isolatedEnvironment } from "#fixtures/isolated-git.ts";
import { sampleAsOf } from "#fixtures/sample-organisation.ts";
import { copySample } from "./sample-copy.ts";

const main = join(import.meta.dirname, "..", "..", "dist", "bundle", "main.js");
const until = ["--as-of", sampleAsOf.slice(0, 10)];

/** What two teams keep, and a third one copies. */
const departures = schedule;

/** Those of the sample organisation that copy from each other, and those that will. */
const repositories = [
  "fares-service",
  "journey-planner",
  "line-services",
  "luggage-lockers",
  "partner-offers",
  "ticket-office",
  "wagon-booking",
  "web-kit",
];

let folder = "";
let report: Report;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-e2e-index-")));
  copySample(join(folder, "repos"), repositories);
  commit("fares-service", "lib/board.js", `${departures}\nexport const fares = [1, 2];\n`);
  commit("journey-planner", "src/planner.js", `// planner\nlet plans = 0;\n\n${departures}`);
  report = await assess("cache");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly notes: string;
}

function fulcrum(args: readonly string[], cwd = folder, input?: string): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, "home"), NO_COLOR: "1" };
    const options = { cwd, env, maxBuffer: 1e9 };
    const child = execFile(process.execPath, [main, ...args], options, (_, out, notes) => {
      resolve({ code: child.exitCode, out, notes });
    });
    child.stdin?.end(input);
  });
}

async function assess(cache: string): Promise<Report> {
  const args = ["assess", "repos", ...until, "--cache", cache, "--format", "json", "--no-out"];
  const { code, out, notes } = await fulcrum(args);
  expect(code, notes).toBe(0);
  expect(notes).not.toContain("index was not written");
  return reportSchema.parse(JSON.parse(out));
}

async function similar(args: readonly string[], cwd = folder, input?: string): Promise<Similarity> {
  const all = [...args, "--cache", join(folder, "cache"), "--format", "json"];
  const { code, out, notes } = await fulcrum(all, cwd, input);
  expect(code, notes).toBe(0);
  const { similarity } = JSON.parse(out) as { similarity: unknown };
  return similaritySchema.parse(similarity);
}

function git(repository: string, ...args: readonly string[]): string {
  const options = { cwd: repository, env: isolatedEnvironment(), encoding: "utf8" } as const;
  return execFileSync("git", args, options);
}

function repositoryFolder(repositoryId: string): string {
  return join(folder, "repos", basename(repositoryId));
}

function commit(name: string, path: string, text: string): void {
  const repository = join(folder, "repos", name);
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
  git(repository, "add", path);
  const author = ["-c", "user.name=Ada", "-c", "user.email=ada@sample.example"];
  git(repository, ...author, "commit", "--quiet", "-m", `Add ${path}`);
}

/** What was found, without when the index was made. */
function contentOf({ index: { madeAt: _, ...index }, ...rest }: Similarity): unknown {
  return { index, ...rest };
}

describe("the index of an organisation", () => {
  it("finds the other copies of what the assessment reports, from one file of each", async () => {
    const classes = report.duplication?.classes ?? [];
    expect(classes.length).toBeGreaterThan(0);
    for (const { copies } of classes.slice(0, 5)) {
      const [first, ...others] = copies;
      if (first === undefined) continue;
      const text = git(
        repositoryFolder(first.repositoryId),
        "show",
        `${first.commit}:${first.path}`,
      );
      const found = await similar(["similar", "-", "--as", basename(first.path)], folder, text);
      const places = found.regions.flatMap((region) => region.copies);
      for (const { repositoryId, path, start, end } of others) {
        const there = places.filter(
          (one) => one.repositoryId === repositoryId && one.path === path,
        );
        const shared = there.map((one) => Math.min(one.end, end) - Math.max(one.start, start) + 1);
        expect(Math.max(...shared)).toBeGreaterThanOrEqual(0.7 * (end - start + 1));
      }
    }
  });

  it("is the same whether it grew with its repositories or was made anew", async () => {
    commit("web-kit", "src/copied.js", departures.replaceAll("train", "coach"));
    await assess("cache");
    const args = ["similar", "-", "--as", "mine.js"];
    const grown = await similar(args, folder, departures);
    expect(grown.regions.flatMap(({ copies }) => copies.map(({ path }) => path)).sort()).toEqual([
      "lib/board.js",
      "src/copied.js",
      "src/planner.js",
    ]);
    await assess("fresh");
    const json = await fulcrum(
      [...args, "--cache", "fresh", "--format", "json"],
      folder,
      departures,
    );
    const { similarity } = JSON.parse(json.out) as { similarity: unknown };
    expect(contentOf(grown)).toEqual(contentOf(similaritySchema.parse(similarity)));
  });

  it("tells before the commit, and in a pipeline, what a change duplicates", async () => {
    const clone = join(folder, "repos", "ticket-office");
    writeFileSync(join(clone, "board.js"), `let own;\n${departures}`);
    const before = await similar(["duplicates", "--changed", "--own"], clone);
    const paths = before.regions.flatMap(({ copies }) => copies.map(({ path }) => path)).sort();
    expect(paths).toEqual(["lib/board.js", "src/copied.js", "src/planner.js"]);
    expect(before.change).toMatchObject({ kind: "working-tree", addedLinesCount: 15 });
    commit("ticket-office", "board.js", `let own;\n${departures}`);
    expect((await similar(["duplicates", "--changed"], clone)).regions).toEqual([]);
    const branch = await similar(["duplicates", "--base", "HEAD~1", "--own"], clone);
    expect(branch.regions).toEqual(before.regions);
    expect(branch.change).toMatchObject({ kind: "commits", addedLinesCount: 15 });
  });

  it("is shown with its size, and goes with the cache", async () => {
    const cache = join(folder, "fresh");
    const shown = await fulcrum(["cache", "show", "--cache", cache]);
    expect(shown.out).toMatch(/^Index {5}[\d,]+ lines of 8 repositories, of .* more$/m);
    const cleared = await fulcrum(["cache", "clear", "--cache", cache]);
    expect(cleared.out).toContain("and the clone index");
    const none = await fulcrum(["similar", "-", "--as", "a.rb", "--cache", cache], folder, "x");
    expect(none.code).toBe(3);
    expect(none.notes).toContain("Run fulcrum assess FOLDER");
  });
});
