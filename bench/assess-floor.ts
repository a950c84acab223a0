import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
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

async function pass(gitDir: string, args: readonly string[], input: string | null): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn("git", ["--git-dir", gitDir, ...args], {
      stdio: ["pipe", "ignore", "inherit"],
    });
    // A git that fails closes its input early: its exit code tells.
    child.stdin.on("error", () => child.stdin.destroy());
    child.stdin.end(input ?? "");
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`git ${args[0] ?? ""} in ${gitDir}: ${String(code)}`)),
    );
  });
}

function gitDirOf(folder: string): string {
  return readdirSync(folder).includes(".git") ? join(folder, ".git") : folder;
}

function sizeOf(gitDir: string): number {
  const pack = join(gitDir, "objects", "pack");
  return readdirSync(pack).reduce((sum, name) => sum + statSync(join(pack, name)).size, 0);
}

async function floor(blobs: ReadonlyMap<string, string[]>): Promise<number> {
  const queue = [...blobs.keys()].sort((a, b) => sizeOf(gitDirOf(b)) - sizeOf(gitDirOf(a)));
  const start = process.hrtime.bigint();
  const work = async (): Promise<void> => {
    for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
      const gitDir = gitDirOf(folder);
      await pass(gitDir, ["log", "--format=%H %P %ct %ae", "HEAD"], null);
      await pass(
        gitDir,
        [
          "log",
          "--first-parent",
          "-m",
          "--raw",
          "-z",
          "--no-abbrev",
          "--no-renames",
          "--format=%H",
          "HEAD",
        ],
        null,
      );
      await pass(gitDir, ["ls-tree", "-r", "-z", "HEAD"], null);
      await pass(
        gitDir,
        ["cat-file", "--batch", "--buffer"],
        `${(blobs.get(folder) ?? []).join("\n")}\n`,
      );
    }
  };
  await Promise.all([work(), work()]);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

succeed(await run("node", [...assess, "--list-blobs", blobList]), "assess");
const blobs = new Map<string, string[]>();
let count = 0;
for (const line of readFileSync(blobList, "utf8").split("\n")) {
  const space = line.lastIndexOf(" ");
  if (space < 0) continue;
  const folder = line.slice(0, space);
  const list = blobs.get(folder) ?? [];
  list.push(line.slice(space + 1));
  blobs.set(folder, list);
  count++;
}
console.log(`${String(blobs.size)} repositories, ${String(count)} blobs asked for`);
const ratios: number[] = [];
for (let turn = 0; turn < Number(values.runs); turn++) {
  const base = await floor(blobs);
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
