import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { copyComparedFiles } from "./compared-files.ts";
import { median, run, succeed, type Measured } from "./measure.ts";

/**
 * `node build/bench/clone-speed.js FOLDER --jscpd PATH [--runs 3]`: our three clone types and classes against jscpd's exact
 * mode, and its mode blind to identifiers: same files (a copy of those that we take), same thresholds, turn by turn.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jscpd: { type: "string", default: "" },
    main: { type: "string", default: "dist/main.js" },
    runs: { type: "string", default: "3" },
  },
});
const [root] = positionals;
if (root === undefined || values.jscpd === "") {
  throw new Error("usage: clone-speed FOLDER --jscpd PATH [--runs N] [--main dist/main.js]");
}
const scratch = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
const folder = join(scratch, "code");
const { files, megabytes } = copyComparedFiles(root, folder, () => true);
const thresholds = "--min-tokens 50 --min-lines 5";
const quiet = "--reporters json --exit-code 0 --silent";
const peer = [folder, "--output", join(scratch, "peer"), ...`${thresholds} ${quiet}`.split(" ")];
const contenders: Record<string, readonly [command: string, args: readonly string[]]> = {
  fulcrum: ["node", [values.main, "duplicates", folder, "--format", "json", "--quiet"]],
  "jscpd exact": [values.jscpd, peer],
  "jscpd, any identifiers": [values.jscpd, [...peer, "--ignore-identifiers"]],
};
const seconds = new Map<string, number[]>();
const memory = new Map<string, number>();
const measure = async (name: string, watch: boolean): Promise<Measured> => {
  const [command, args] = contenders[name]!;
  return succeed(await run(command, args, watch), name);
};
for (let round = 0; round < Number(values.runs); round++) {
  for (const name of Object.keys(contenders)) {
    const list = seconds.get(name) ?? [];
    list.push((await measure(name, false)).seconds);
    seconds.set(name, list);
  }
}
for (const name of Object.keys(contenders)) {
  memory.set(name, (await measure(name, true)).peakTreeMb);
}
console.log(
  `${String(files)} files, ${megabytes.toFixed(0)} MB, ${String(availableParallelism())} cores`,
);
const own = { seconds: median(seconds.get("fulcrum") ?? []), memory: memory.get("fulcrum") ?? 0 };
for (const name of Object.keys(contenders)) {
  const time = median(seconds.get(name) ?? []);
  const peak = memory.get(name) ?? 0;
  const ratios = `ours is ${(own.seconds / time).toFixed(2)} of its time, ${(own.memory / peak).toFixed(2)} of its memory`;
  console.log(
    `${name.padEnd(24)}${time.toFixed(2)} s, ${peak.toFixed(0)} MB${name === "fulcrum" ? "" : `: ${ratios} (target ≤ 0.20 of the exact mode)`}`,
  );
}
rmSync(scratch, { recursive: true, force: true });
