import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { run, succeed } from "./measure.ts";

/** `node build/bench/growth.js [--sizes 10000,40000,160000]`: exponent of time and memory over generated histories. */
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,40000,160000" },
    main: { type: "string", default: "dist/main.js" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const scratch = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
const points: { size: number; seconds: number; memory: number }[] = [];
for (const size of sizes) {
  const folder = join(scratch, String(size));
  succeed(
    await run("node", ["build/fixtures/generate.js", folder, "--commits", String(size)]),
    "generate",
  );
  const assess = [
    values.main,
    "assess",
    folder,
    "--no-cache",
    "--quiet",
    "--out",
    join(scratch, "report.html"),
  ];
  succeed(await run("node", assess), "warm-up");
  const seconds = succeed(await run("node", assess), "assess").seconds;
  const memory = succeed(await run("node", assess, true), "assess").peakTreeMb;
  points.push({ size, seconds, memory });
  console.log(
    `${String(size)} commits: ${seconds.toFixed(2)} s, process tree ${memory.toFixed(0)} MB`,
  );
}
console.log(
  `exponent of time ${slope((point) => point.seconds).toFixed(2)}, of memory ${slope((point) => point.memory).toFixed(2)} (target ≤ 1.1)`,
);
rmSync(scratch, { recursive: true, force: true });

/** Least squares of log y on log size. */
function slope(of: (point: (typeof points)[number]) => number): number {
  const xs = points.map((point) => Math.log(point.size));
  const ys = points.map((point) => Math.log(of(point)));
  const mean = (list: readonly number[]): number =>
    list.reduce((sum, value) => sum + value, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, x, index) => sum + (x - mx) * ((ys[index] ?? 0) - my), 0);
  return covariance / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}
