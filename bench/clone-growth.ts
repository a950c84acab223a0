import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { copyComparedFiles } from "./compared-files.ts";
import { exponentOf, run, succeed } from "./measure.ts";

/**
 * `node build/bench/clone-growth.js FOLDER`: time and memory of a comparison over a quarter, half and all of the files,
 * each file drawn alike; memory counts above what the same command needs for an empty folder.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { main: { type: "string", default: "dist/bundle/main.js" } },
});
const [root] = positionals;
if (root === undefined) throw new Error("usage: clone-growth FOLDER [--main dist/bundle/main.js]");
const scratch = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
const argumentsFor = (folder: string): string[] => [
  values.main,
  "duplicates",
  folder,
  "--format",
  "json",
  "--quiet",
];
const nothing = join(scratch, "nothing");
mkdirSync(join(nothing, "empty"), { recursive: true });
const idle = (await run("node", argumentsFor(nothing), true)).peakTreeMb;
const points: { lines: number; seconds: number; memory: number }[] = [];
for (const step of [4, 2, 1]) {
  const folder = join(scratch, String(step));
  const { lines } = copyComparedFiles(root, folder, (index) => index % step === 0);
  succeed(await run("node", argumentsFor(folder)), "warm-up");
  const { seconds } = succeed(await run("node", argumentsFor(folder)), "duplicates");
  const watched = succeed(await run("node", argumentsFor(folder), true), "duplicates");
  const memory = watched.peakTreeMb - idle;
  points.push({ lines, seconds, memory });
  console.log(
    `${String(lines)} lines: ${seconds.toFixed(2)} s, ${memory.toFixed(0)} MB above ${idle.toFixed(0)} MB, ${((memory * 1024 * 1024) / lines).toFixed(0)} bytes for each line`,
  );
}
const sizes = points.map((point) => point.lines);
const time = exponentOf(
  sizes,
  points.map((point) => point.seconds),
);
const space = exponentOf(
  sizes,
  points.map((point) => point.memory),
);
console.log(`exponent of time ${time.toFixed(2)}, of memory ${space.toFixed(2)} (target ≤ 1.1)`);
rmSync(scratch, { recursive: true, force: true });
