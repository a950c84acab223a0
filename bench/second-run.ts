import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { assessArguments, median, run, succeed } from "./measure.ts";

/**
 * `node build/bench/second-run.js --folder REPOS --grow NAME [--runs 5]`: what a run costs when nothing changed, and when one
 * repository has ten new commits, as shares of the cold run with the same cache; all in one run.
 */
const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    grow: { type: "string" },
    runs: { type: "string", default: "5" },
    main: { type: "string", default: "dist/bundle/main.js" },
    flags: { type: "string", default: "" },
  },
});
if (values.folder === undefined || values.grow === undefined) {
  console.error("usage: second-run --folder REPOS --grow NAME [--runs 5]");
  process.exit(2);
}
const scratch = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
const folder = join(scratch, "repos");
mkdirSync(folder);
for (const name of readdirSync(values.folder)) {
  if (name !== values.grow) symlinkSync(resolve(values.folder, name), join(folder, name));
}
const grown = join(folder, values.grow);
git(["clone", "--quiet", "--bare", "--local", join(values.folder, values.grow), grown]);
git([
  "-C",
  grown,
  "remote",
  "set-url",
  "origin",
  git(["-C", join(values.folder, values.grow), "remote", "get-url", "origin"]).trim(),
]);
const assess = assessArguments(values, folder, scratch, ["--cache", join(scratch, "cache")]);

function git(args: readonly string[], input = ""): string {
  return execFileSync("git", args, { encoding: "utf8", input, maxBuffer: 1 << 28 });
}

let written = 0;
function addCommits(count: number): void {
  const branch = git(["-C", grown, "symbolic-ref", "HEAD"]).trim();
  const tip = git(["-C", grown, "rev-parse", "HEAD"]).trim();
  const at = Number(git(["-C", grown, "log", "-1", "--format=%ct", tip]).trim());
  const lines: string[] = [];
  for (let index = 1; index <= count; index++) {
    const text = `note ${String(++written)}\n`;
    lines.push(
      `commit ${branch}\ncommitter Bench <bench@example.org> ${String(at + index * 60)} +0000\ndata 5\nnote\n`,
    );
    if (index === 1) lines.push(`from ${tip}\n`);
    lines.push(`M 100644 inline BENCH.md\ndata ${String(Buffer.byteLength(text))}\n${text}\n`);
  }
  git(["-C", grown, "fast-import", "--quiet"], lines.join(""));
}

const cold = succeed(await run("node", assess), "cold run").seconds;
console.log(`cold, filling the cache: ${cold.toFixed(2)} s`);
const same: number[] = [];
const grew: number[] = [];
for (let turn = 0; turn < Number(values.runs); turn++) {
  same.push(succeed(await run("node", assess), "second run").seconds / cold);
  addCommits(10);
  grew.push(succeed(await run("node", assess), "grown run").seconds / cold);
}
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
console.log(`second run, nothing changed: ${percent(median(same))} of the cold run (target ≤ 8 %)`);
console.log(
  `one repository with 10 new commits: ${percent(median(grew))} of the cold run (target ≤ 12 %)`,
);
rmSync(scratch, { recursive: true, force: true });
