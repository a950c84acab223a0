import { join } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";
import { decodeBytes } from "./byte-path.ts";
import { NoPlainFile, readPlainFile } from "#kernel/plain-file.ts";

const longestRef = 4096;
/** Long-lived branches in the order in which they are taken for the default one. */
const usual = ["main", "master", "trunk", "develop"];

export interface DefaultBranch {
  /** Full name; null: the commit that HEAD names itself, if any. */
  readonly ref: string | null;
  /** Short name of the branch that HEAD names and that is gone; null where it is there. */
  readonly gone: string | null;
}

export interface KnownRefs {
  /** Branches and those of the remote, full name → object. */
  readonly objects: ReadonlyMap<string, string>;
  /** What `refs/remotes/…/HEAD` names, be it there or not. */
  readonly remoteHead: string | null;
  /** What HEAD names; null when detached. */
  readonly ownHead: string | null;
}

/**
 * What the remote calls its HEAD, else the repository's own. Where that branch is gone (a mirror pruned after the branch was
 * renamed): the only one left, the usual names, else what `newest` says, which is asked only then.
 */
export async function chooseDefaultBranch(
  { objects, remoteHead, ownHead }: KnownRefs,
  newest: (refs: readonly string[]) => Promise<string | null>,
): Promise<DefaultBranch> {
  if (remoteHead !== null && objects.has(remoteHead)) return { ref: remoteHead, gone: null };
  if (remoteHead === null && ownHead === null) return { ref: null, gone: null };
  if (remoteHead === null && ownHead !== null && objects.has(ownHead))
    return { ref: ownHead, gone: null };
  const left = [...objects.keys()].filter((ref) => isBranch(ref));
  // A remote's HEAD is gone with its branch: what is checked out here is older than what the remote has now.
  const remote = remoteHead === null ? [] : left.filter((ref) => ref.startsWith("refs/remotes/"));
  if (remote.length === 0 && ownHead !== null && objects.has(ownHead))
    return { ref: ownHead, gone: null };
  const candidates = remote.length > 0 ? remote : left;
  if (candidates.length === 0) return { ref: ownHead, gone: null };
  const chosen = (await amongst(candidates, newest)) ?? ownHead;
  return { ref: chosen, gone: shortBranchName(remoteHead ?? ownHead ?? "") };
}

async function amongst(
  candidates: readonly string[],
  newest: (refs: readonly string[]) => Promise<string | null>,
): Promise<string | null> {
  // A branch that is called HEAD is somebody's mistake.
  const named = candidates.filter((ref) => shortBranchName(ref) !== "HEAD");
  const pool = named.length > 0 ? named : candidates;
  const names = [...new Set(pool.map(shortBranchName))];
  const name = names.length === 1 ? names[0] : usual.find((one) => names.includes(one));
  if (name === undefined) return newest(pool);
  // The remote's is at least as new as the one of that name here.
  const ofName = pool.filter((ref) => shortBranchName(ref) === name).sort();
  return ofName.find((ref) => ref.startsWith("refs/remotes/")) ?? ofName[0] ?? null;
}

function isBranch(ref: string): boolean {
  return ref.startsWith("refs/heads/") || /^refs\/remotes\/[^/]+\/(?!HEAD$)/.test(ref);
}

export function shortBranchName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, "");
}

/** The branch that the remote's HEAD names, also where it is gone and git leaves it out; null where none is named. */
export async function readRemoteHead(commonDir: string, remote: string): Promise<string | null> {
  if (!/^[\w-]{1,100}(?:\.[\w-]{1,100}){0,5}$/.test(remote)) return null;
  try {
    const file = join(commonDir, "refs", "remotes", remote, "HEAD");
    const text = decodeBytes((await readPlainFile(file, longestRef)) ?? Buffer.alloc(0));
    return /^ref:\s{0,8}(refs\/remotes\/\S{1,1000})/.exec(text)?.[1] ?? null;
  } catch (error) {
    if (error instanceof NoPlainFile) return null;
    const code = systemCodeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return null;
    throw error;
  }
}
