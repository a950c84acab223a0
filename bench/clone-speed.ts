import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { copyComparedFiles } from "./compared-files.ts";
import { median, run, succeed, type Measured } from "./measure.ts";

/**
 * `node build/bench/clone-speed.js FOLDER --jscpd PATH [--runs 3]`: our three clone types and classes against jscpd's exact
 * mode, and its mode blind to identifiers: same files (a copy of those that we take), same thresholds, turn by turn. All
 * files are read before each run, so that it finds them in memory, whatever the run before it displaced. Says how much of them jscpd took: it knows fewer languages.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jscpd: { type: "string", default: "" },
    main: { type: "string", default: "dist/bundle/main.js" },
    runs: { type: "string", default: "3" },
  },
});
const [root] = positionals;
if (root === undefined || values.jscpd === "") {
  throw new Error("usage: clone-speed FOLDER --jscpd PATH [--runs N] [--main dist/bundle/main.js]");
}
const scratch = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
const folder = join(scratch, "code");
const { files, megabytes, allLines: lines } = copyComparedFiles(root, folder, () => true);
const thresholds = "--min-tokens 50 --min-lines 5 --max-size 2mb --no-gitignore";
const quiet = "--reporters json --exit-code 0 --silent";
const peer = [folder, "--output", join(scratch, "peer"), ...`${thresholds} ${quiet}`.split(" ")];
const contenders: Record<string, readonly [command: string, args: readonly string[]]> = {
  fulcrum: ["node", [values.main, "duplicates", folder, "--format", "json", "--quiet"]],
  "jscpd exact": [values.jscpd, peer],
  "jscpd, any identifiers": [values.jscpd, [...peer, "--ignore-identifiers"]],
};
const measured = new Map<string, Measured[]>();
const peaks = new Map<string, number>();
const measure = async (name: string, watch: boolean): Promise<Measured> => {
  const [command, args] = contenders[name]!;
  readAll(folder);
  return succeed(await run(command, args, watch), name);
};
function readAll(from: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const path = join(from, entry.name);
    if (entry.isDirectory()) readAll(path);
    else readFileSync(path);
  }
}

for (const name of Object.keys(contenders)) {
  peaks.set(name, (await measure(name, true)).peakTreeMb);
}
for (let round = 0; round < Number(values.runs); round++) {
  for (const name of Object.keys(contenders)) {
    const list = measured.get(name) ?? [];
    list.push(await measure(name, false));
    measured.set(name, list);
  }
}
const medianOf = (name: string, field: "seconds" | "processorSeconds"): number =>
  median((measured.get(name) ?? []).map((one) => one[field]));
const peerReport = JSON.parse(readFileSync(join(scratch, "peer", "jscpd-report.json"), "utf8")) as {
  statistics: { total: { sources: number; lines: number } };
};
const peerTotal = peerReport.statistics.total;
console.log(
  `${String(files)} files, ${megabytes.toFixed(0)} MB, ${String(lines)} lines (jscpd: ${String(peerTotal.sources)} files, ${((100 * peerTotal.lines) / lines).toFixed(0)} % of the lines), ${String(availableParallelism())} cores`,
);
const own = {
  wall: medianOf("fulcrum", "seconds"),
  used: medianOf("fulcrum", "processorSeconds"),
  memory: peaks.get("fulcrum") ?? 0,
};
for (const name of Object.keys(contenders)) {
  const wall = medianOf(name, "seconds");
  const used = medianOf(name, "processorSeconds");
  const peak = peaks.get(name) ?? 0;
  const ratios = `ours is ${(own.wall / wall).toFixed(2)} of its time, ${(own.used / used).toFixed(2)} of its processor time, ${(own.memory / peak).toFixed(2)} of its memory`;
  console.log(
    `${name.padEnd(24)}${wall.toFixed(2)} s, ${used.toFixed(2)} s of processor time, ${peak.toFixed(0)} MB${name === "fulcrum" ? "" : `: ${ratios} (target ≤ 0.20 of the exact mode)`}`,
  );
}
rmSync(scratch, { recursive: true, force: true });
