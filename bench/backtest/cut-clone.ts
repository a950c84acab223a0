import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { systemCodeOf } from "#kernel/errors.ts";
import { linkFolder } from "../organisations/prepare.ts";

const execute = promisify(execFile);

async function git(clone: string, ...words: readonly string[]): Promise<string> {
  const options = { maxBuffer: 256 * 1024 * 1024 };
  const { stdout } = await execute("git", ["--git-dir", clone, ...words], options);
  return stdout;
}

/** A bare clone as it stood at an instant. Objects of later times lie there, and no ref leads to them. */
export interface CutClone {
  readonly path: string;
  /** The last commit of its default branch before the instant; null: it did not exist. */
  readonly head: string | null;
  /** Committer time of the first commit of that branch, seconds since the epoch. */
  readonly firstAt: number;
}

/**
 * Makes `target` of the bare clone `source`: its objects by hard links, its default branch and tags as they stood before
 * `until`. Called again for another instant it only writes the refs.
 */
export async function cutClone(source: string, target: string, until: Date): Promise<CutClone> {
  const branch = (await readFile(join(source, "HEAD"), "utf8")).trim().replace(/^ref: /, "");
  const before = `--before=${String(until.getTime() / 1000 - 1)}`;
  const log = ["log", "--first-parent", "--format=%H %ct"];
  const newest = await git(source, ...log, "-1", before, branch, "--");
  const [head = "", at = "0"] = newest.trim().split(" ");
  if (head === "") return { path: target, head: null, firstAt: 0 };
  const commits = (await git(source, ...log, head, "--")).trimEnd().split("\n");
  const firstAt = Number(commits.at(-1)?.split(" ")[1] ?? at);
  await linkOnce(source, target);
  const tags = (
    await git(
      source,
      "for-each-ref",
      "--format=%(objectname) %(refname) %(creatordate:unix)",
      "refs/tags",
    )
  )
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([, name, created]) => name !== undefined && Number(created) * 1000 < until.getTime())
    .map(([id = "", name = ""]) => `${id} ${name}`);
  const refs = [...tags, `${head} ${branch}`].toSorted((a, b) => compare(nameIn(a), nameIn(b)));
  await writeFile(join(target, "HEAD"), `ref: ${branch}\n`);
  await writeFile(join(target, "packed-refs"), `${refs.join("\n")}\n`);
  return { path: target, head, firstAt };
}

/** Files that are documents of direction, and records of decisions, below a commit. */
export async function pathsAt({ path, head }: CutClone): Promise<string[]> {
  if (head === null) return [];
  return (await git(path, "ls-tree", "-r", "-z", "--name-only", head)).split("\0").slice(0, -1);
}

async function linkOnce(source: string, target: string): Promise<void> {
  try {
    await mkdir(join(target, "refs", "heads"), { recursive: true });
    await linkFolder(join(source, "objects"), join(target, "objects"));
  } catch (error) {
    if (systemCodeOf(error) !== "EEXIST") throw error;
    return;
  }
  // Another's objects would be asked for: this clone holds all of its own.
  await rm(join(target, "objects", "info", "alternates"), { force: true });
  await copyFile(join(source, "config"), join(target, "config"));
}

function nameIn(ref: string): string {
  return ref.slice(ref.indexOf(" ") + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
