import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import { reachOther, runPlainGit, type GitLimits, type Reach } from "./run.ts";

export interface MirrorSource extends Reach {
  /** Checked: it goes to git as it stands. */
  readonly url: string;
  /** The address to go to, whatever the host is called by then; null: as the system finds it. */
  readonly pinnedTo: { readonly host: string; readonly port: number; readonly ip: string } | null;
}

export type UpdateMirror = (
  folder: string,
  source: MirrorSource,
  signal: AbortSignal,
) => Promise<void>;

/** Packs are read in pieces; what takes an hour takes a day on the next try. */
const limits: GitLimits = {
  allocationBytes: 1024 * 1024 * 1024,
  memoryKilobytes: 4 * 1024 * 1024,
  seconds: 3600,
};

/** Branches and tags; nothing of a forge's own (`refs/pull`). */
const wanted = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];

/**
 * Makes the bare copy in `folder`, or brings it up to date, with branches and tags as they are there. A copy that a killed process
 * left locked is made anew. Throws `git-failed`; what was there before is there still.
 */
export async function updateMirror(
  folder: string,
  source: MirrorSource,
  signal: AbortSignal,
): Promise<void> {
  await rm(besideOf(folder), { recursive: true, force: true });
  if (!(await isThere(folder))) return cloneAnew(folder, source, signal);
  try {
    await fetchInto(folder, source, signal);
  } catch (error) {
    if (!(error instanceof FulcrumError) || !/\.lock\b/.test(error.message)) throw error;
    await cloneAnew(folder, source, signal);
  }
}

function besideOf(folder: string): string {
  return join(dirname(folder), `.new-${basename(folder)}`);
}

/** Beside its place, and put there when it is whole. */
async function cloneAnew(folder: string, source: MirrorSource, signal: AbortSignal): Promise<void> {
  const beside = besideOf(folder);
  await mkdir(beside, { recursive: true, mode: 0o700 });
  try {
    const onOutput = (): void => undefined;
    await runPlainGit(["init", "--quiet", "--bare", "--template=", beside], { onOutput, signal });
    await writeFile(
      join(beside, "config"),
      `[core]\n\trepositoryformatversion = 0\n\tbare = true\n[remote "origin"]\n\turl = ${source.url}\n`,
    );
    await fetchInto(beside, source, signal);
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

async function fetchInto(gitDir: string, source: MirrorSource, signal: AbortSignal): Promise<void> {
  const { url, pinnedTo } = source;
  const settings = [
    // Another address than the one that was checked is none that was allowed.
    "http.followRedirects=false",
    "fetch.fsckObjects=false",
    "transfer.bundleURI=false",
    ...(pinnedTo === null
      ? []
      : [`http.curloptResolve=${pinnedTo.host}:${String(pinnedTo.port)}:${pinnedTo.ip}`]),
  ].flatMap((setting) => ["-c", setting]);
  let said = "";
  const onOutput = (chunk: Buffer): void => {
    if (said.length < 4096) said += chunk.toString("utf8");
  };
  const git = (args: readonly string[]): Promise<number> =>
    reachOther(gitDir, source, [...settings, ...args], { onOutput, signal, limits });
  await git(["ls-remote", "--symref", "--", url, "HEAD"]);
  const head = /^ref: (refs\/heads\/[^\s\p{Cc}]{1,255})\tHEAD$/mu.exec(said)?.[1];
  await git(["fetch", "--quiet", "--prune", "--force", "--no-tags", "--", url, ...wanted]);
  if (head !== undefined) await git(["symbolic-ref", "HEAD", head]);
}

async function isThere(folder: string): Promise<boolean> {
  return stat(join(folder, "objects")).then(
    () => true,
    () => false, // then it is made
  );
}
