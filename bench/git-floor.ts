import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { childrenSeconds } from "./measure.ts";

/** Blobs by folder of repository, from what `assess --list-blobs FILE` wrote. */
export function readBlobList(file: string): Map<string, string[]> {
  const blobs = new Map<string, string[]>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const space = line.lastIndexOf(" ");
    if (space < 0) continue;
    const folder = line.slice(0, space);
    const list = blobs.get(folder) ?? [];
    list.push(line.slice(space + 1));
    blobs.set(folder, list);
  }
  return blobs;
}

/**
 * What git alone needs, in seconds: both log passes, `ls-tree -r HEAD`, and `cat-file --batch --buffer` of exactly these
 * blobs, two processes at a time, largest repository first.
 */
export async function gitFloor(
  blobs: ReadonlyMap<string, readonly string[]>,
): Promise<{ readonly seconds: number; readonly processorSeconds: number }> {
  const queue = [...blobs.keys()].sort((a, b) => sizeOf(gitDirOf(b)) - sizeOf(gitDirOf(a)));
  const start = process.hrtime.bigint();
  const used = childrenSeconds();
  const work = async (): Promise<void> => {
    for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
      const gitDir = gitDirOf(folder);
      for (const args of listings) await pass(gitDir, args, null);
      await pass(
        gitDir,
        ["cat-file", "--batch", "--buffer"],
        `${(blobs.get(folder) ?? []).join("\n")}\n`,
      );
    }
  };
  await Promise.all([work(), work()]);
  return {
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    processorSeconds: childrenSeconds() - used,
  };
}

const listings = [
  ["log", "--format=%H %P %ct %ae", "HEAD"],
  "log --first-parent -m --raw -z --no-abbrev --no-renames --format=%H HEAD".split(" "),
  ["ls-tree", "-r", "-z", "HEAD"],
] as const;

async function pass(gitDir: string, args: readonly string[], input: string | null): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // A branch that is called HEAD is no news here.
    const quiet = ["-c", "core.warnAmbiguousRefs=false"];
    const child = spawn("git", ["--git-dir", gitDir, ...quiet, ...args], {
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
