import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exponentOf, run, succeed } from "./measure.ts";

/** `node build/bench/growth.js [--sizes 10000,40000,160000]`: exponent of time and memory over generated histories. */
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,40000,160000" },
    main: { type: "string", default: "dist/bundle/main.js" },
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
