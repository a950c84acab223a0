import { FulcrumError, systemCodeOf } from "#kernel/errors.ts";
import { readExactText } from "#kernel/plain-file.ts";
import type { TextEdit } from "#ports/declared-store.ts";
import { destinationFor, writeAtomically } from "./atomic-write.ts";
import { withFileLock, type LockOptions } from "./file-lock.ts";

/** Somebody who saves the file again and again must not hold us for ever. */
const mostAttempts = 5;

/**
 * Changes a file that others may change at the same time. `edit` gets the text as it is now ("" where there is no file), may
 * be asked again, and is never given a text that this process read before. Throws `write-failed`, and what `edit` throws.
 */
export async function editFile<Result>(
  path: string,
  edit: (text: string) => TextEdit<Result>,
  options: LockOptions = {},
): Promise<Result> {
  const { path: place, kind } = await destinationFor(path);
  if (kind === "stream")
    throw new FulcrumError(
      "write-failed",
      `${path} is no plain file: what was written there cannot be read again to be changed.`,
      "Name a plain file.",
    );
  return withFileLock(
    place,
    async () => {
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const before = await textOrNothing(place);
        const { text, result } = edit(before);
        // An editor asks nobody for a lock: what it saved in the meantime is read anew.
        if ((await textOrNothing(place)) !== before) continue;
        if (text !== before) await writeAtomically(place, text);
        return result;
      }
      throw new FulcrumError(
        "write-failed",
        `${path} was changed by somebody else again and again, so nothing was written.`,
        "Run the command again when nobody else is writing it.",
      );
    },
    options,
  );
}

/** A file that is not there reads as empty. Throws `NoUtf8`, and what the system says. */
export async function textOrNothing(path: string): Promise<string> {
  try {
    return (await readExactText(path)) ?? "";
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return "";
    throw error;
  }
}
