import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Random } from "../clone-recall/random.ts";
import { killWhileWriting, victims } from "./kill-while-writing.ts";

/**
 * `npm run bench -- durability [--kills 200] [--seed 1] [--report demo/report.json] [--records 40]`: kills who writes assessments, the database
 * that Fulcrum brings, or both, at random moments, and reads after each time everything that was acknowledged. Exit code 1 where
 * anything of it was lost, or is there in part. Of each list of the report so many records are saved. Ctrl-C ends it after
 * the next look, with the sum so far.
 */
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    records: { type: "string", default: "40" },
    report: { type: "string", default: join("demo", "report.json") },
  },
});
if (!existsSync(resolve(values.report))) {
  console.error(`There is no ${values.report}: run \`npm run demo\` first, or name a report.`);
  process.exit(2);
}
const home = mkdtempSync(join(tmpdir(), "fulcrum-durability-"));
chmodSync(home, 0o755);
let isEnough = false;
process.once("SIGINT", () => (isEnough = true));
const random = new Random(Number(values.seed));
const whole = JSON.parse(readFileSync(resolve(values.report), "utf8")) as object;
const cut = Object.entries(whole).map(([key, value]: [string, unknown]) => [
  key,
  Array.isArray(value) ? (value as unknown[]).slice(0, Number(values.records)) : value,
]);
const reportPath = join(home, "report.json");
writeFileSync(reportPath, JSON.stringify(Object.fromEntries(cut)));
try {
  const survived = await killWhileWriting({
    home,
    reportPath,
    kills: Number(values.kills),
    random: () => random.next(),
    isEnough: () => isEnough,
    tell: console.log,
  });
  const restarts = survived.restartsMs.toSorted((one, other) => one - other);
  const each = victims.map((victim) => `${victim} ${String(survived.killedCounts[victim])}`);
  const kills = Object.values(survived.killedCounts).reduce((sum, count) => sum + count, 0);
  console.log(`${String(kills)} kills: ${each.join(", ")}
${String(survived.acknowledgedCount)} assessments acknowledged, of which lost: ${String(survived.lost.length)}; in part: ${String(survived.halves.length)}
${String(survived.untoldCount)} written and not acknowledged, whole
starts of the database: ${String(restarts.length)}, median ${String(restarts[restarts.length >> 1] ?? 0)} ms, longest ${String(restarts.at(-1) ?? 0)} ms`);
  process.exitCode = survived.lost.length + survived.halves.length > 0 ? 1 : 0;
} finally {
  rmSync(home, { recursive: true, force: true });
}
