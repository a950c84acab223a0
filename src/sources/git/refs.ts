import { createHash } from "node:crypto";
import { join } from "node:path";
import { readBeginning } from "#kernel/plain-file.ts";
import { decodeBytes, decodeLines } from "./byte-path.ts";
import { chooseDefaultBranch, readRemoteHead, shortBranchName } from "./default-branch.ts";
import { listThroughOwnDirectory, type GitDirectories } from "./ref-directory.ts";
import { readPlainRefs, type PlainRef } from "./plain-refs.ts";
import { readRemote } from "./remote.ts";

export interface Refs {
  /** Object id that the default branch points at; null in an empty repository. */
  readonly head: string | null;
  /** Short name; null when detached. */
  readonly defaultBranch: string | null;
  /** The branch that HEAD names although it is gone, so that another was taken; else null. */
  readonly goneDefaultBranch: string | null;
  /** Other long-lived branches and where they stand: to notice a default branch that went stale. */
  readonly branches: ReadonlyMap<string, string>;
  /** Tag name → object id, not yet peeled. */
  readonly tags: ReadonlyMap<string, string>;
  /** `host/owner/name` of the remote, else null. */
  readonly remote: string | null;
  /** Changes whenever the head, a long-lived branch or a tag changes. */
  readonly digest: string;
}

const longLived = new Set(["main", "master", "trunk", "develop", "development", "production"]);

/**
 * Lists branches and tags. The default branch is what the remote calls its HEAD, as last fetched; without a remote it
 * is the repository's own HEAD; where the branch named is gone, the likeliest that is left. `refs/pull/*` and the like are not looked at.
 */
export async function listRefs(
  gitDir: string,
  commonDir: string,
  signal?: AbortSignal,
): Promise<Refs> {
  const { name: remoteName, address: remote } = await readRemote(commonDir);
  const directories = { gitDir, commonDir };
  const ofRemote = `refs/remotes/${remoteName}`;
  const objects = new Map<string, string>();
  const tags = new Map<string, string>();
  let remoteHead = await readRemoteHead(commonDir, remoteName);
  for (const [name, { object, target }] of await readListed(
    directories,
    ["refs/heads", ofRemote, "refs/tags"],
    signal,
  )) {
    if (name.startsWith("refs/tags/")) tags.set(name.slice("refs/tags/".length), object);
    else objects.set(name, object);
    if (name === `${ofRemote}/HEAD` && target !== null) remoteHead = target;
  }
  const own = await readHead(directories);
  const { ref: chosen, gone } = await chooseDefaultBranch(
    { objects, remoteHead, ownHead: own.ref },
    (refs) => newestOf(directories, refs, signal),
  );
  const head = chosen === null ? own.object : (objects.get(chosen) ?? null);
  const branches = new Map<string, string>();
  for (const [name, object] of objects) {
    const short = shortBranchName(name);
    if (longLived.has(short) && object !== head) branches.set(short, object);
  }
  const defaultBranch = chosen === null ? null : shortBranchName(chosen);
  const hash = createHash("sha256").update(`${head ?? ""} ${remote ?? ""}\n`);
  hash.update(`${defaultBranch ?? ""} ${gone ?? ""}\n`);
  for (const [name, object] of [...branches].sort(byName)) hash.update(`${name} ${object}\n`);
  hash.update("\n");
  for (const [name, object] of [...tags].sort(byName)) hash.update(`${name} ${object}\n`);
  return {
    head,
    defaultBranch,
    goneDefaultBranch: gone,
    branches,
    tags,
    remote,
    digest: hash.digest("hex"),
  };
}

async function readListed(
  directories: GitDirectories,
  folders: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, PlainRef>> {
  const plain = await readPlainRefs(directories, folders);
  if (plain !== null) return plain;
  const refs = new Map<string, PlainRef>();
  const format = "--format=%(objectname) %(refname) %(symref)";
  for (const line of await linesOf(directories, ["for-each-ref", format, ...folders], signal)) {
    const [object, name, target] = line.split(" ");
    if (object === undefined || name === undefined) continue;
    refs.set(name, { object, target: target === undefined || target === "" ? null : target });
  }
  return refs;
}

async function linesOf(
  directories: GitDirectories,
  args: readonly string[],
  signal: AbortSignal | undefined,
  accept: readonly number[] = [],
): Promise<string[]> {
  const chunks: Buffer[] = [];
  await listThroughOwnDirectory(directories, args, {
    onOutput: (chunk) => chunks.push(chunk),
    accept,
    ...(signal === undefined ? {} : { signal }),
  });
  return decodeLines(Buffer.concat(chunks));
}

/** The branch with the newest commit; where commits are missing, the first by name. */
async function newestOf(
  directories: GitDirectories,
  refs: readonly string[],
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const wanted = new Set(refs);
  const lines = await linesOf(
    directories,
    ["for-each-ref", "--sort=refname", "--sort=-committerdate", "--format=%(refname)", "refs"],
    signal,
    [1, 128],
  );
  return lines.find((ref) => wanted.has(ref)) ?? refs.toSorted()[0] ?? null;
}

function byName(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : 1;
}

/** The commit that is checked out, and where every branch, remote branch and tag stands, by full name. */
export async function readStanding(
  directories: GitDirectories,
  signal?: AbortSignal,
): Promise<{ readonly head: string | null; readonly refs: ReadonlyMap<string, string> }> {
  const folders = ["refs/heads", "refs/remotes", "refs/tags"];
  const listed = await readListed(directories, folders, signal);
  const refs = new Map([...listed].map(([name, { object }]) => [name, object]));
  const { ref, object } = await readHead(directories);
  return { head: ref === null ? object : (refs.get(ref) ?? null), refs };
}

async function readHead(
  directories: GitDirectories,
): Promise<{ ref: string | null; object: string | null }> {
  const bytes = await readBeginning(join(directories.gitDir, "HEAD"), 4096);
  const text = decodeBytes(bytes).trim();
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) return { ref: null, object: text };
  const ref = /^ref:\s{0,8}(refs\/\S{1,1000})$/.exec(text)?.[1] ?? null;
  if (ref !== null && ref !== "refs/heads/.invalid") return { ref, object: null };
  // A reftable repository keeps its HEAD elsewhere; only git can read it.
  let symbolic = "";
  await listThroughOwnDirectory(directories, ["symbolic-ref", "-q", "HEAD"], {
    onOutput: (chunk) => (symbolic += decodeBytes(chunk)),
    accept: [1, 128],
  });
  return { ref: symbolic.trim() === "" ? null : symbolic.trim(), object: null };
}
