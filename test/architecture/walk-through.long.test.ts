import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { git } from "#fixtures/isolated-git.ts";
import { writeSampleOrganisation } from "#fixtures/sample-organisation.ts";
import { notOurs, projectRoot } from "./project-files.ts";
import { walkThrough, type Step } from "./walk-through.ts";

/** What CONTRIBUTING.md has its reader do, done in a copy of the project: it must work as it is written. */
const steps = walkThrough();
let copy = "";
const at = (...names: string[]) => join(copy, ...names);

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "fulcrum-copy-"));
  cpSync(projectRoot, copy, {
    recursive: true,
    filter: (path) =>
      !relative(projectRoot, path)
        .split(/[\\/]/)
        .some((name) => notOurs.has(name)),
  });
  for (const name of ["node_modules", join("web", "node_modules"), join("sdk", "node_modules")])
    if (existsSync(join(projectRoot, name))) symlinkSync(join(projectRoot, name), at(name));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }), 60_000);

function take(step: Step): void {
  const path = at(step.path);
  if (step.kind === "made") {
    expect(existsSync(path), `${step.path} is there already`).toBe(false);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, step.text);
    return;
  }
  let text = readFileSync(path, "utf8");
  for (const [line, added] of step.below) {
    expect(text, `${step.path} has no such line`).toContain(`\n${line}\n`);
    text = text.replace(`\n${line}\n`, () => `\n${line}\n${added}\n`);
  }
  writeFileSync(path, text);
}

/** Standard output of a program in the copy. Throws with what it said where it fails. */
async function run(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, {
    cwd: copy,
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 1e8,
  }).catch((error: { stdout?: string; stderr?: string }) => {
    throw new Error(`${program} ${args.join(" ")}\n${error.stdout ?? ""}${error.stderr ?? ""}`);
  });
  return stdout;
}

async function build(): Promise<void> {
  await run("npx", "tsc", "-p", "tsconfig.build.json");
  await run("node", "scripts/bundle.mjs");
}

const fulcrum = (...args: string[]) => run("node", at("dist", "bundle", "main.js"), ...args);
/** The report as JSON, and nothing else. */
const printed = ["--no-out", "--no-cache", "--quiet", "--format", "json"];

const tests = (...paths: string[]) => run("npx", "vitest", "run", "--project", "unit", ...paths);

describe("what CONTRIBUTING.md says of adding", () => {
  it.each<readonly [string, readonly string[]]>([
    ["A source", ["src/sources/manifests/packages.ts"]],
    [
      "An insight",
      ["src/sections/index.ts", "test/fixtures/sample-report.ts", "web/src/app/screens.tsx"],
    ],
    ["A command", []],
  ])("%s edits of the files that others share %j", (heading, shared) => {
    const taken = steps.get(heading) ?? [];
    expect(taken.some(({ kind }) => kind === "made")).toBe(true);
    expect(taken.filter(({ kind }) => kind === "changed").map(({ path }) => path)).toEqual(shared);
    for (const step of taken) take(step);
  });

  it("is found by folder, and kept by types, format, rules and tests", async () => {
    await run("npm", "run", "generate", "--silent");
    const made = [...steps.values()].flat().map(({ path }) => path);
    await run("npx", "oxfmt", "--check", ...made, "docs/command-line.md", "CONTRIBUTING.md");
    await run("npx", "tsc", "--noEmit");
    await run("npx", "tsc", "--noEmit", "-p", "web");
    await run("npx", "oxlint", "--type-aware", ...made.filter((path) => /\.tsx?$/.test(path)));
    await tests(
      "test/architecture",
      "test/architecture.test.ts",
      "test/contract",
      "test/unit/sources/repository/sources-by-ending.test.ts",
      "test/unit/sources/manifests/toy",
      "test/unit/insight/breadth",
      "test/unit/sections",
      "test/unit/surfaces/report",
    );
  }, 400_000);

  it("is in what users run: the command answers, and the source is asked", async () => {
    await build();
    git(["init", "--quiet", at("clones", "bakery")]);
    writeFileSync(at("clones", "bakery", "bakery.shelf"), "oven-base 2.1\n<bread>\n");
    git(["add", "."], { cwd: at("clones", "bakery") });
    git(["commit", "--quiet", "-m", "Bake"], { cwd: at("clones", "bakery") });
    expect(await fulcrum("clones", "clones")).toBe("1 clone\n");
    const report = await fulcrum("assess", "clones", ...printed, "--cache", at("cache"));
    expect(report).toContain("a line that names no package");
  }, 400_000);

  it("stands in the report of the sample organisation, and answers from it once it is kept", async () => {
    writeSampleOrganisation(at("sample"));
    const place = ["--cache", at("sample-cache")];
    const text = await fulcrum("assess", "sample", ...printed, "--no-duplication", ...place);
    const report = JSON.parse(text) as {
      readonly breadth: readonly { readonly repositoriesCount: number }[];
      readonly sections: Readonly<Record<string, { readonly n: number }>>;
    };
    expect(report.sections["breadth"]?.n).toBe(report.breadth.length);
    expect(Math.max(...report.breadth.map((one) => one.repositoriesCount))).toBeGreaterThan(3);
    const answer = await fulcrum("breadth", "--format", "json", "--quiet", ...place);
    expect(JSON.parse(answer)).toEqual(report.breadth);
  }, 400_000);
});
