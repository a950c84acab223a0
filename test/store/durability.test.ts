import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { Random } from "#bench/clone-recall/random.ts";
import { killWhileWriting } from "#bench/durability/kill-while-writing.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { packageFolder } from "#kernel/package-folder.ts";

const home = mkdtempSync(join(tmpdir(), "fulcrum-killed-"));
chmodSync(home, 0o755);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Who writes is a process of its own, which runs what was built; `npm test` builds before. */
const isBuilt = existsSync(join(packageFolder, "dist", "store", "postgres", "open-database.js"));

it.runIf(process.platform === "linux" && isBuilt)(
  "ten kills of who writes and of the database lose nothing that was acknowledged, and leave no half (needs `npm run build`)",
  async () => {
    const reportPath = join(home, "report.json");
    writeFileSync(reportPath, JSON.stringify({ ...sampleReport(), evidence: [] }));
    const random = new Random(20);
    const told: string[] = [];
    const survived = await killWhileWriting({
      home,
      reportPath,
      kills: 10,
      random: () => random.next(),
      isEnough: () => false,
      tell: (line) => told.push(line),
    });
    expect([survived.lost, survived.halves], told.join("\n")).toEqual([[], []]);
    expect(survived.acknowledgedCount).toBeGreaterThan(0);
    expect(Object.values(survived.killedCounts).reduce((sum, count) => sum + count, 0)).toBe(10);
  },
  240_000,
);
