import { stat } from "node:fs/promises";
import { MAX_FILE_BYTES } from "#insight/duplication/left-out.ts";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { readNamedInput } from "../reading/named-input.ts";

/** One more than any comparison takes in: what is longer counts as too large, and is read no further. */
export const mostSubjectBytes = MAX_FILE_BYTES + 1;

/** A file's first bytes, or those of what the shell has open (`<(…)`). Throws `no-file`. */
export async function readSubject(path: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await readNamedInput(path, mostSubjectBytes, signal);
  } catch (error) {
    signal.throwIfAborted();
    const code = systemCodeOf(error);
    if (await isFolder(path))
      throw new FulcrumError(
        "no-file",
        `${path} is a folder.`,
        `Name a file, or compare a folder of folders: fulcrum duplicates ${path}`,
      );
    const what =
      code === "ENOENT" || code === "ENOTDIR"
        ? `There is no file ${path}.`
        : `${path} cannot be read: ${messageOf(error)}.`;
    throw new FulcrumError(
      "no-file",
      what,
      "Name a file that can be read, or - for standard input.",
    );
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
