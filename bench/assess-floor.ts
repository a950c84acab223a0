import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gitFloor, readBlobList } from "./git-floor.ts";
import { assessArguments, median, run, succeed } from "./measure.ts";

/**
 * `node build/bench/assess-floor.js --folder REPOS [--runs 3]`: wall time of `fulcrum assess --no-cache` over the wall time of
 * what git alone needs: both log passes, `ls-tree -r HEAD`, and `cat-file --batch --buffer` of exactly the blobs that
 * assess asked for, two processes at a time, largest repository first; in turn, in one run. Then peak memory.
 */
const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    runs: { type: "string", default: "3" },
    main: { type: "string", default: "dist/bundle/main.js" },
    flags: { type: "string", default: "" },
  },
});
if (values.folder === undefined) {
  console.error("usage: assess-floor --folder REPOS [--runs 3] [--flags=--no-duplication]");
  process.exit(2);
}
const scratch = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
const blobList = join(scratch, "blobs.txt");
const assess = assessArguments(values, values.folder, scratch);

succeed(await run("node", [...assess, "--list-blobs", blobList]), "assess");
const blobs = readBlobList(blobList);
const count = [...blobs.values()].reduce((sum, list) => sum + list.length, 0);
console.log(`${String(blobs.size)} repositories, ${String(count)} blobs asked for`);
const ratios: number[] = [];
for (let turn = 0; turn < Number(values.runs); turn++) {
  const { seconds: base } = await gitFloor(blobs);
  const ours = succeed(await run("node", assess), "assess").seconds;
  ratios.push(ours / base);
  console.log(
    `  assess ${ours.toFixed(2)} s ÷ floor ${base.toFixed(2)} s = ${(ours / base).toFixed(2)}`,
  );
}
console.log(
  `cold ÷ floor, median of ${String(ratios.length)}: ${median(ratios).toFixed(2)} (target ≤ 1.6)`,
);
const watched = succeed(await run("node", assess, true), "assess");
console.log(
  `peak memory: Node ${watched.peakProcessMb.toFixed(0)} MB (target ≤ 600), process tree ${watched.peakTreeMb.toFixed(0)} MB (target ≤ 1000)`,
);
rmSync(scratch, { recursive: true, force: true });
