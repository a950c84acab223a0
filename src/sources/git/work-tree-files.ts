import { setImmediate } from "node:timers/promises";
import { FulcrumError } from "#kernel/errors.ts";
import { readPlainFile } from "#kernel/plain-file.ts";
import {
  bytePathOf,
  entriesOfBytes,
  joinBytes,
  kindOfBytes,
  resolveBytes,
  shownPath,
  toBytePath,
  type ByteEntry,
  type BytePath,
} from "./byte-path.ts";
import { strangeEntry } from "./strange-files.ts";

const mostEntries = 2_000_000;
const listedAtOnce = 256;
const longestPointer = 4096;
const [ignore, attributes, gitFolder] = ["/.gitignore", "/.gitattributes", "/.git"] as const;

/**
 * Looks for pipes and devices where git reads files of a work tree while it lists what changed: lists of what is ignored,
 * attributes, and what makes a nested folder a repository. Throws `git-failed` with the first, for git would wait on it for ever.
 */
export async function requireReadableWorkTree(root: string): Promise<void> {
  const top = toBytePath(root);
  const waiting = [top];
  let count = 0;
  let listed = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (++listed % listedAtOnce === 0) await setImmediate();
    const entries = entriesOfBytes(folder);
    count += entries.length;
    if (count > mostEntries) throw tooMany(root);
    for (const entry of entries) {
      const isGit = entry.path.endsWith(gitFolder);
      if (isGit && folder === top) continue;
      const strange = isGit ? await strangeInRepository(entry) : strangeList(entry);
      if (strange !== null) throw wouldWait(strange);
      if (!isGit && entry.kind === "folder") waiting.push(entry.path);
    }
  }
}

function strangeList({ path, kind }: ByteEntry): BytePath | null {
  if (!path.endsWith(ignore) && !path.endsWith(attributes)) return null;
  const behind = kind === "link" ? kindOfBytes(path) : kind;
  return behind === "other" ? path : null;
}

/** A nested `.git`: git reads where its HEAD stands. One that is a file leads to another folder. */
async function strangeInRepository({ path, kind }: ByteEntry): Promise<BytePath | null> {
  const behind = kind === "link" ? kindOfBytes(path) : kind;
  if (behind === "other") return path;
  const folder = behind === "file" ? await namedBy(path) : path;
  if (folder === null) return null;
  for (const one of entriesOfBytes(folder))
    if ((one.kind === "link" ? kindOfBytes(one.path) : one.kind) === "other") return one.path;
  const refs = ["refs", "reftable"].map((name) => joinBytes(folder, toBytePath(name)));
  return (await strangeEntry(refs, () => null))?.path ?? null;
}

async function namedBy(path: BytePath): Promise<BytePath | null> {
  const bytes = await readPlainFile(Buffer.from(path, "latin1"), longestPointer);
  const text = bytes?.toString("latin1") ?? "";
  const target = /^gitdir: (.{1,4000})$/m.exec(text)?.[1];
  if (target === undefined) return null;
  const from = bytePathOf(Buffer.from(path.slice(0, -gitFolder.length), "latin1"));
  return resolveBytes(from, bytePathOf(Buffer.from(target, "latin1")));
}

function wouldWait(path: BytePath): FulcrumError {
  return new FulcrumError(
    "git-failed",
    `${shownPath(path).slice(-300)} is no plain file: git would wait on it for ever.`,
    "Remove it, or compare commits: fulcrum duplicates --base REV",
  );
}

function tooMany(root: string): FulcrumError {
  return new FulcrumError(
    "git-failed",
    `${root} holds more than ${String(mostEntries)} files.`,
    "Compare commits: fulcrum duplicates --base REV",
  );
}
