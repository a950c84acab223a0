import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runPlainGit } from "#sources/git/run.ts";
import { hasStarter } from "#sources/git/starting/program-starter.ts";

/** What git says of itself, or throws. */
async function version(): Promise<string> {
  const chunks: Buffer[] = [];
  await runPlainGit(["version"], { onOutput: (chunk) => chunks.push(chunk) });
  return Buffer.concat(chunks).toString();
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
    process.kill(starter, "SIGKILL");
    const later = Array.from({ length: 10 }, version);
    expect(new Set(await Promise.all([...asked, ...later]))).toEqual(new Set([first]));
    expect(await version()).toBe(first);
    expect(starters()).toEqual([]);
  });
});
