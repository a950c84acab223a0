import { lstat, readlink, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { systemCodeOf } from "#kernel/errors.ts";

/** Where a path that somebody named leads, links followed. */
export interface Destination {
  /** Of no link, except where `kind` is "stream". */
  readonly path: string;
  /** `stream`: a pipe, a device or an open file of this process: written to as it stands, never replaced. */
  readonly kind: "file" | "new" | "stream";
}

/** As many as Linux follows. */
const mostLinks = 40;
const openFile = /^\/proc\/(?:self|thread-self|\d{1,10})(?:\/task\/\d{1,10})?\/fd\//;

/**
 * Follows symbolic links as opening the path would, to the last one, whose target may be missing. Throws errors of the system:
 * ELOOP where links lead in a circle, EISDIR where a folder stands at the end.
 */
export async function destinationOf(path: string): Promise<Destination> {
  let place = resolve(path);
  for (let links = 0; links <= mostLinks; links++) {
    const folder = await realpathOrNull(dirname(place));
    if (folder === null) return { path: place, kind: "new" };
    place = join(folder, basename(place));
    if (openFile.test(place)) return { path: place, kind: "stream" };
    const found = await lstatOrNull(place);
    if (found === null) return { path: place, kind: "new" };
    if (found.isFile()) return { path: place, kind: "file" };
    if (found.isDirectory()) throw systemError("EISDIR", `${place} is a folder`);
    if (!found.isSymbolicLink()) return { path: place, kind: "stream" };
    place = resolve(folder, await readlink(place));
  }
  throw systemError("ELOOP", "its symbolic links lead in a circle");
}

async function realpathOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return null;
    throw error;
  }
}

async function lstatOrNull(path: string): Promise<Awaited<ReturnType<typeof lstat>> | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return null;
    throw error;
  }
}

function systemError(code: string, text: string): Error {
  return Object.assign(new Error(text), { code });
}
