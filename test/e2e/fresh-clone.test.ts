import { execFile, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { projectRoot } from "../architecture/project-files.ts";

const clone = mkdtempSync(join(tmpdir(), "fulcrum-clone-"));
afterAll(() => rmSync(clone, { recursive: true, force: true }));

const parts = ["src", "scripts", "web", "package.json", "package-lock.json", "tsconfig.json"];
for (const part of [...parts, "tsconfig.build.json"])
  cpSync(join(projectRoot, part), join(clone, part), {
    recursive: true,
    filter: (path) => basename(path) !== "node_modules",
  });
for (const packages of ["node_modules", "web/node_modules"])
  symlinkSync(join(projectRoot, packages), join(clone, packages));

function version() {
  const script = join(clone, "scripts", "fulcrum.mjs");
  return spawnSync(process.execPath, [script, "--version"], { encoding: "utf8" });
}

/** Both begin before either has built anything. */
function twoAtOnce() {
  const script = join(clone, "scripts", "fulcrum.mjs");
  const run = promisify(execFile);
  return Promise.all([1, 2].map(() => run(process.execPath, [script, "--version"])));
}

it("builds what a fresh clone does not have, once, and again when what it is made of changed", async () => {
  mkdirSync(join(clone, "dist"));
  // Of one that was killed while it built.
  writeFileSync(join(clone, "dist", "build.lock"), String(spawnSync("true").pid));
  const both = await twoAtOnce();
  const [first] = both;
  expect(first?.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(both.map(({ stdout }) => stdout)).toEqual([first?.stdout, first?.stdout]);
  expect(both.map(({ stderr }) => stderr).join("")).toBe(
    "Building Fulcrum first, which takes some seconds …\n",
  );

  expect(version()).toMatchObject({ status: 0, stdout: first?.stdout, stderr: "" });

  writeFileSync(join(clone, "tsconfig.build.json"), "{ this is no configuration");
  const broken = version();
  expect(broken.status).toBe(1);
  expect(broken.stdout).toBe("");
  expect(broken.stderr).toContain("Fulcrum was not built, for the reason above. Run npm ci");
}, 120_000);
