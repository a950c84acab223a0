import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { recordRun } from "../surfaces/cli/recorded-session.ts";

const folder = mkdtempSync(join(tmpdir(), "fulcrum-one-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ["not there yet", "report", "./report"],
  ["under another name", "page.html", "link.json"],
])("one file for two outputs, %s, is refused before anything is read", async (_, out, json) => {
  writeFileSync(join(folder, "page.html"), "kept");
  if (json === "link.json") symlinkSync("page.html", join(folder, json));
  const run = await recordRun(["assess", ".", "--out", out, "--json", json], {
    workingFolder: folder,
  });
  expect(run.code).toBe(2);
  expect(run.notes).toContain("--out and --json name the same file");
});
