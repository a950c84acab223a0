import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listThroughOwnDirectory, type GitDirectories } from "./ref-directory.ts";

export interface Refs {
  /** Object id that the default branch points at; null in an empty repository. */
  readonly head: string | null;
  /** Short name; null when detached. */
  readonly defaultBranch: string | null;
  /** Other long-lived branches and where they stand: to notice a default branch that went stale. */
  readonly branches: ReadonlyMap<string, string>;
  /** Tag name → object id, not yet peeled. */
  readonly tags: ReadonlyMap<string, string>;
  /** `host/owner/name` of the remote `origin`, else null. */
  readonly remote: string | null;
  /** Changes whenever the head, a long-lived branch or a tag changes. */
  readonly digest: string;
}

const longLived = new Set(["main", "master", "trunk", "develop", "development", "production"]);

/**
 * Lists branches and tags. The default branch is what the remote calls its HEAD, as last fetched; without a remote it
 * is the repository's own HEAD. `refs/pull/*` and the like are not looked at.
 */
export async function listRefs(
  gitDir: string,
  commonDir: string,
  signal?: AbortSignal,
): Promise<Refs> {
  const chunks: Buffer[] = [];
  const format = "--format=%(objectname) %(refname) %(symref)";
  await listThroughOwnDirectory(
    { gitDir, commonDir },
    ["for-each-ref", format, "refs/heads", "refs/remotes/origin", "refs/tags"],
    {
      onOutput: (chunk) => chunks.push(chunk),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  const objects = new Map<string, string>();
  const symbolic = new Map<string, string>();
  const tags = new Map<string, string>();
  for (const line of Buffer.concat(chunks).toString("utf8").split("\n")) {
    const [object, name, target] = line.split(" ");
    if (object === undefined || name === undefined) continue;
    if (name.startsWith("refs/tags/")) tags.set(name.slice("refs/tags/".length), object);
    else objects.set(name, object);
    if (target !== undefined && target !== "") symbolic.set(name, target);
  }
  const own = await readHead({ gitDir, commonDir });
  const remoteHead = symbolic.get("refs/remotes/origin/HEAD");
  const chosen = remoteHead !== undefined && objects.has(remoteHead) ? remoteHead : own.ref;
  const head = chosen === null ? own.object : (objects.get(chosen) ?? null);
  const branches = new Map<string, string>();
  for (const [name, object] of objects) {
    const short = shortName(name);
    if (longLived.has(short) && object !== head) branches.set(short, object);
  }
  const remote = await readRemote(commonDir);
  const hash = createHash("sha256").update(`${head ?? ""} ${remote ?? ""}\n`);
  for (const [name, object] of [...branches].sort(byName)) hash.update(`${name} ${object}\n`);
  hash.update("\n");
  for (const [name, object] of [...tags].sort(byName)) hash.update(`${name} ${object}\n`);
  return {
    head,
    defaultBranch: chosen === null ? null : shortName(chosen),
    branches,
    tags,
    remote,
    digest: hash.digest("hex"),
  };
}

function byName(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : 1;
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|remotes\/origin)\//, "");
}

/** The commit that is checked out, and where every branch, remote branch and tag stands, by full name. */
export async function readStanding(
  directories: GitDirectories,
  signal?: AbortSignal,
): Promise<{ readonly head: string | null; readonly refs: ReadonlyMap<string, string> }> {
  const chunks: Buffer[] = [];
  await listThroughOwnDirectory(
    directories,
    [
      "for-each-ref",
      "--format=%(objectname) %(refname)",
      "refs/heads",
      "refs/remotes",
      "refs/tags",
    ],
    { onOutput: (chunk) => chunks.push(chunk), ...(signal === undefined ? {} : { signal }) },
  );
  const refs = new Map<string, string>();
  for (const line of Buffer.concat(chunks).toString("utf8").split("\n")) {
    const space = line.indexOf(" ");
    if (space > 0) refs.set(line.slice(space + 1), line.slice(0, space));
  }
  const { ref, object } = await readHead(directories);
  return { head: ref === null ? object : (refs.get(ref) ?? null), refs };
}

async function readHead(
  directories: GitDirectories,
): Promise<{ ref: string | null; object: string | null }> {
  const text = (await readFile(join(directories.gitDir, "HEAD"), "utf8")).slice(0, 4096).trim();
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) return { ref: null, object: text };
  const ref = /^ref:\s{0,8}(refs\/\S{1,1000})$/.exec(text)?.[1] ?? null;
  if (ref !== null && ref !== "refs/heads/.invalid") return { ref, object: null };
  // A reftable repository keeps its HEAD elsewhere; only git can read it.
  let symbolic = "";
  await listThroughOwnDirectory(directories, ["symbolic-ref", "-q", "HEAD"], {
    onOutput: (chunk) => (symbolic += chunk.toString("utf8")),
    accept: [1, 128],
  });
  return { ref: symbolic.trim() === "" ? null : symbolic.trim(), object: null };
}

/** The URL of `origin` read as text from the configuration file: git itself is not asked, so nothing is included or run. */
export async function readRemote(commonDir: string): Promise<string | null> {
  let text: string;
  try {
    text = (await readFile(join(commonDir, "config"), "utf8")).slice(0, 65_536);
  } catch {
    return null; // a bare copy without a configuration file has no remote: that is the answer
  }
  let inOrigin = false;
  for (const line of text.split("\n")) {
    const section = /^\s{0,16}\[([^\]]{0,200})\]/.exec(line)?.[1];
    if (section !== undefined) inOrigin = section === 'remote "origin"';
    const url = inOrigin
      ? /^\s{0,16}url\s{0,8}=\s{0,8}"?([^\s"]{1,1000})/.exec(line)?.[1]
      : undefined;
    if (url !== undefined) return nameOfRemote(url);
  }
  return null;
}

/** `https://host/owner/name.git`, `git@host:owner/name`, `ssh://…` → `host/owner/name`; null for local paths. */
export function nameOfRemote(url: string): string | null {
  const web = /^[a-z+]{2,12}:\/\/(?:[^@/]{1,200}@)?([^/:]{1,200})(?::\d{1,5})?\/(.{1,500})$/i.exec(
    url,
  );
  const shell = /^(?:[^@/:]{1,100}@)?([^/:]{2,200}):(?!\/\/)(.{1,500})$/.exec(url);
  const [, host, path] = web ?? shell ?? [];
  if (host === undefined || path === undefined) return null;
  const clean = path
    .replace(/^\/{1,4}/, "")
    .replace(/\/{1,4}$/, "")
    .replace(/\.git$/, "");
  if (!/^[\w.~-]{1,100}(?:\/[\w.~-]{1,100}){1,6}$/.test(clean)) return null;
  return `${host.toLowerCase()}/${clean}`;
}
