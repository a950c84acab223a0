import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { link, lstat, open, readdir, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { destinationOf, type Destination } from "./destination.ts";
import { makeFolder } from "./make-folder.ts";
import { stemOf } from "./name-beside.ts";
import { writeContent, writeIntoStream } from "./stream-write.ts";
import { noteTemporaryPath } from "./temporary-paths.ts";

export interface WriteOptions {
  /** Only the owner may read the file, and the folders made for it. */
  readonly isPrivate?: boolean;
  /** Who may do what with a file that is new; what stood there keeps its own. */
  readonly newMode?: number;
}

/** As a whole, or piece by piece. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes beside the target and renames: whoever reads sees the old file or the new one, also after a crash or kill. A symbolic
 * link stays, and the file that it names is written, be it there yet or not; pipes and devices are written to. What is private
 * is written where it is told: nobody's link leads it elsewhere. Modes and owners stay as they were. Throws `write-failed` and
 * leaves the old file as it was.
 */
export async function writeAtomically(
  path: string,
  content: Content,
  options: WriteOptions = {},
): Promise<void> {
  const { path: place, kind } = await destinationFor(path, options);
  if (kind === "stream") return throughStream(place, path, content);
  await writeBeside(place, content, options, (temporary) => rename(temporary, place));
  await removeLeftovers(place);
}

/** The same, but only where no file stands yet; false: one stood there, or came there first. */
export async function createAtomically(
  path: string,
  content: Content,
  options: WriteOptions = {},
): Promise<boolean> {
  const { path: place, kind } = await destinationFor(path, options);
  if (kind === "file") return false;
  if (kind === "stream") {
    await throughStream(place, path, content);
    return true;
  }
  let isMade = true;
  await writeBeside(place, content, options, async (temporary) => {
    try {
      await link(temporary, place);
    } catch (error) {
      const code = systemCodeOf(error) ?? "";
      if (code === "EEXIST") isMade = false;
      else if (withoutLinks.has(code)) await rename(temporary, place);
      else throw error;
    }
    await rm(temporary, { force: true });
  });
  return isMade;
}

/** Throws `write-failed`. */
export async function destinationFor(
  path: string,
  { isPrivate = false }: WriteOptions = {},
): Promise<Destination> {
  // A link in the cache was not made by this program: it is replaced, not followed.
  if (isPrivate) return { path, kind: "new" };
  try {
    return await destinationOf(path);
  } catch (error) {
    throw writeFailed(path, error);
  }
}

/** `shown` is what was asked for. */
async function throughStream(place: string, shown: string, content: Content): Promise<void> {
  try {
    await writeIntoStream(place, content);
  } catch (error) {
    throw failedToWrite(shown, error);
  }
}

/** Where its content comes from may fail, too. */
function failedToWrite(path: string, error: unknown): FulcrumError {
  return error instanceof FulcrumError ? error : writeFailed(path, error);
}

/** What file systems without hard links answer; there two processes at once may both succeed. */
export const withoutLinks: ReadonlySet<string> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
]);

async function writeBeside(
  path: string,
  content: Content,
  { isPrivate = false, newMode = 0o666 }: WriteOptions,
  putInPlace: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = `${stemOf(path)}.${randomBytes(6).toString("hex")}.part`;
  noteTemporaryPath(temporary);
  try {
    makeFolder(dirname(path), isPrivate ? 0o700 : 0o777);
    const old = isPrivate ? null : await standing(path);
    const file = await open(temporary, "wx", isPrivate ? 0o600 : (old?.mode ?? newMode) & 0o777);
    try {
      if (old !== null) await takeOver(file, old);
      await writeContent(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await putInPlace(temporary);
  } catch (error) {
    await removeQuietly(temporary);
    throw failedToWrite(path, error);
  }
}

async function standing(path: string): Promise<Stats | null> {
  const found = await lstat(path).catch(() => null);
  return found?.isFile() === true ? found : null;
}

/** Whoever could read or write the old file can do the same with the new one, and nobody else. */
async function takeOver(file: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  const own = await file.stat();
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid).catch(() => undefined); // only root gives files away
  await file.chmod(mode & 0o7777);
}

const leftover = /\.[0-9a-f]{12}\.part$/;
const oneDay = 86_400_000;

/** What a killed process left of the same file; younger ones may belong to a process that is still writing. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const own = `${basename(stemOf(path))}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(own) || !leftover.test(name)) continue;
    const part = join(folder, name);
    const age = await stat(part).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0, // removed by another process meanwhile
    );
    if (age > oneDay) await removeQuietly(part);
  }
}

/** Litter in the user's folder is no reason to fail, nor to hide the failure before it. */
async function removeQuietly(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

export function writeFailed(path: string, error: unknown): FulcrumError {
  return new FulcrumError(
    "write-failed",
    `Could not write ${path}: ${messageOf(error)}.`,
    adviceFor(systemCodeOf(error)),
    { cause: error },
  );
}

function adviceFor(code: string | null): string {
  if (code === "EFBIG")
    return "Files may not become that large here (ulimit -f): raise the limit, or choose another place; nothing was lost.";
  if (code === "ENOSPC" || code === "EDQUOT")
    return "The disk is full: free some room and run the command again; nothing was lost.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return "You may not write there: choose another place with --out, --json or --cache.";
  if (code === "ELOOP")
    return "Remove one of those links, or choose another place with --out, --json or --cache.";
  if (code === "ENOTDIR" || code === "EISDIR" || code === "EEXIST")
    return "Part of that path is not what it should be: choose another place with --out, --json or --cache.";
  return "Check the path and run the command again; nothing was lost.";
}
