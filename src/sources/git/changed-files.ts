import { stat } from "node:fs/promises";
import { join } from "node:path";
import { decodePath } from "./byte-path.ts";
import { readObjects, readWorkTree, type GitLocation, type GitRun, type WorkTree } from "./run.ts";
import { requireReadableWorkTree } from "./work-tree-files.ts";

/** A plain file that is not as it was. */
export interface ChangedFile {
  readonly path: string;
  /** Its blob before; null: it is new. */
  readonly before: string | null;
  /** Its blob now; null: it is in the work tree only, or gone. */
  readonly after: string | null;
  readonly isGone: boolean;
}

/** Between two commits. */
export function changedBetween(
  location: GitLocation,
  base: string,
  head: string,
  signal?: AbortSignal,
): Promise<ChangedFile[]> {
  const args = ["diff-tree", "-r", "-z", "--raw", "--no-renames", base, head];
  return readRaw((run) => readObjects(location, args, run), signal);
}

/** What is staged, against a commit. */
export function changedInIndex(
  location: GitLocation,
  tree: WorkTree,
  head: string,
  signal?: AbortSignal,
): Promise<ChangedFile[]> {
  const args = ["diff-index", "--cached", "-z", "--raw", "--no-renames", head];
  return readRaw((run) => readWorkTree(location, tree, args, run), signal);
}

/** What is in the work tree, staged or not, with files that are neither tracked nor ignored. `exclude`: info/exclude. */
export async function changedInWorkTree(
  location: GitLocation,
  { exclude, ...tree }: WorkTree & { readonly exclude: string },
  head: string,
  signal?: AbortSignal,
): Promise<ChangedFile[]> {
  await requireReadableWorkTree(tree.folder);
  const args = ["diff-index", "-z", "--raw", "--no-renames", "--ignore-submodules", head];
  const tracked = await readRaw((run) => readWorkTree(location, tree, args, run), signal);
  const chunks: Buffer[] = [];
  const others = ["ls-files", "-z", "--others", "--exclude-standard"];
  if (await isPlainFile(exclude)) others.push(`--exclude-from=${exclude}`);
  await readWorkTree(location, tree, others, runOf(chunks, signal));
  const untracked = fieldsOf(Buffer.concat(chunks))
    .filter((path) => path !== "" && !path.endsWith("/"))
    .map((path): ChangedFile => ({ path, before: null, after: null, isGone: false }));
  return [...tracked, ...untracked];
}

/** Where `info/exclude` lies. */
export function excludeFile(commonDir: string): string {
  return join(commonDir, "info", "exclude");
}

function isPlainFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function runOf(chunks: Buffer[], signal: AbortSignal | undefined): GitRun {
  return {
    onOutput: (chunk) => chunks.push(chunk),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** `:MODE MODE ID ID STATUS\0PATH\0`; links and submodules are left out, and count as gone where they took a file's place. */
async function readRaw(
  start: (run: GitRun) => Promise<number>,
  signal: AbortSignal | undefined,
): Promise<ChangedFile[]> {
  const chunks: Buffer[] = [];
  await start(runOf(chunks, signal));
  const fields = fieldsOf(Buffer.concat(chunks));
  const changed: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const path = fields[at + 1] ?? "";
    const [, oldMode = "", newMode = "", oldId = "", newId = ""] =
      /^:(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) /.exec(fields[at] ?? "") ?? [];
    const before = isFile(oldMode) ? oldId : null;
    const isGone = !isFile(newMode);
    if (before === null && isGone) continue;
    const after = isGone || /^0+$/.test(newId) ? null : newId;
    changed.push({ path, before, after, isGone });
  }
  return changed;
}

function isFile(mode: string): boolean {
  return mode.startsWith("100");
}

function fieldsOf(bytes: Buffer): string[] {
  const fields: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0, from);
    const to = end < 0 ? bytes.length : end;
    fields.push(decodePath(bytes, from, to));
    from = to + 1;
  }
  return fields;
}
