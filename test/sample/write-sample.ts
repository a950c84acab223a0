import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { sampleAsOf, writeSampleOrganisation } from "../fixtures/sample-organisation.ts";

/** Before the first test: the sample organisation, written and assessed once as built, for every file that takes a copy. */
export function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-sample-")));
  mkdirSync(join(folder, "repos"));
  writeSampleOrganisation(join(folder, "repos"));
  const main = join(import.meta.dirname, "..", "..", "dist", "bundle", "main.js");
  const words = ["assess", "repos", "--as-of", sampleAsOf.slice(0, 10), "--no-out", "--quiet"];
  execFileSync(process.execPath, [main, ...words], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: join(folder, "cache") },
    stdio: ["ignore", "ignore", "inherit"],
  });
  project.provide("sampleFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
