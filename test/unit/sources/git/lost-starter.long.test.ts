import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runPlainGit } from "#sources/git/run.ts";
import { hasStarter } from "#sources/git/starting/program-starter.ts";

/** What git says of itself, or throws. */
async function version(): Promise<string> {
  const chunks: Buffer[] = [];
  await runPlainGit(["version"], { onOutput: (chunk) => chunks.push(chunk) });
  return Buffer.concat(chunks).toString();
}

/** What git says of a file of some megabytes; `atFirst` is called when the first of it has come. */
async function longAnswer(atFirst: () => void): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "fulcrum-long-answer-"));
  const file = join(folder, "timetable");
  writeFileSync(file, "every till has a bell\n".repeat(200_000));
  const hash = createHash("sha256");
  let bytes = 0;
  await runPlainGit(["diff", "--no-ext-diff", "--no-index", "/dev/null", file], {
    accept: [1],
    onOutput: (chunk) => {
      if (bytes === 0) atFirst();
      bytes += chunk.length;
      hash.update(chunk.toString("latin1").replaceAll(folder, ""));
    },
  });
  rmSync(folder, { recursive: true });
  return `${String(bytes)} ${hash.digest("hex")}`;
}

/** Processes of ours that start git. */
function starters(): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const status = readFileSync(`/proc/${name}/status`, "utf8");
      const isOurs = status.includes(`\nPPid:\t${String(process.pid)}\n`);
      const line = readFileSync(`/proc/${name}/cmdline`, "utf8");
      return isOurs && line.includes("starter-process") ? [Number(name)] : [];
    } catch {
      return []; // it ended meanwhile
    }
  });
}

describe.skipIf(!hasStarter())("the small process that starts git", () => {
  it("costs nothing but its own time when it is lost, and is not begun again", async () => {
    const [first = ""] = await Promise.all(Array.from({ length: 8 }, version));
    expect(first).toMatch(/^git version \d/);
    const [starter = 0, ...others] = starters();
    expect(others).toEqual([]);
    expect(starter).toBeGreaterThan(0);
    // Some of these are under way, some are asked for before its end is known, some after.
    const asked = Array.from({ length: 10 }, version);
    const later: Promise<string>[] = [];
    const long = await longAnswer(() => {
      process.kill(starter, "SIGKILL");
      later.push(...Array.from({ length: 10 }, version));
    });
    expect(new Set(await Promise.all([...asked, ...later]))).toEqual(new Set([first]));
    expect(later).toHaveLength(10);
    expect(long).toBe(await longAnswer(() => undefined));
    expect(await version()).toBe(first);
    expect(starters()).toEqual([]);
  });
});
