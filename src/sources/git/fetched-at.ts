import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";

/** Written by every fetch; by the clone; where a branch was last moved to. Links are not followed. */
const written = ["FETCH_HEAD", "packed-refs", "HEAD", "refs/heads", "refs/remotes"];

/**
 * When the repository was fetched at the latest (seconds since the epoch): it holds nothing of a time after. A clone that was
 * copied or packed anew since looks younger than it is, never older. Null: there is none of the files.
 */
export async function fetchedAt(commonDir: string): Promise<number | null> {
  let newest: number | null = null;
  for (const name of written) {
    const at = await changedAt(join(commonDir, name));
    if (at !== null && (newest === null || at > newest)) newest = at;
  }
  return newest;
}

async function changedAt(path: string): Promise<number | null> {
  try {
    return Math.floor((await lstat(path)).mtimeMs / 1000);
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return null;
    throw error;
  }
}
