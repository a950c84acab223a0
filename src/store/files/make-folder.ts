import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";

/**
 * Makes a folder and those above it that are missing. Not by `recursive`: where a file system refuses folders as if their parent
 * were missing (/proc, some mounts), Node 20 tries again without end. Throws errors of the system.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = path; !isFolder(at); at = dirname(at)) {
    missing.push(at);
    if (dirname(at) === at) break;
  }
  for (const folder of missing.toReversed()) {
    try {
      mkdirSync(folder, { mode });
    } catch (error) {
      // Another process was quicker; a file in its place is another matter.
      if (systemCodeOf(error) !== "EEXIST" || !isFolder(folder)) throw error;
    }
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
