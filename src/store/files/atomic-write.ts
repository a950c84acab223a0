import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";

/**
 * Writes beside the target and renames: whoever reads sees the old file or the new one, also after a crash.
 * Throws `write-failed` and leaves the old file as it was.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new FulcrumError(
      "write-failed",
      `Could not write ${path}: ${messageOf(error)}.`,
      adviceFor(systemCodeOf(error)),
      {
        cause: error,
      },
    );
  }
}

function adviceFor(code: string | null): string {
  if (code === "ENOSPC" || code === "EDQUOT")
    return "The disk is full: free some room and run the command again; nothing was lost.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return "You may not write there: choose another place with --out, --json or --cache.";
  if (code === "ENOTDIR" || code === "EISDIR")
    return "Part of that path is not what it should be: choose another place with --out, --json or --cache.";
  return "Check the path and run the command again; nothing was lost.";
}
