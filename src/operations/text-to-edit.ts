import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { readAllText } from "#kernel/plain-file.ts";

/**
 * Text of a file that an operation adds to; one that is not there reads as empty. `option` of the command line names another
 * file. Throws `configuration-invalid`.
 */
export async function textToEdit(path: string, option: "--config" | "--file"): Promise<string> {
  try {
    return await readAllText(path);
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return "";
    throw new FulcrumError(
      "configuration-invalid",
      `${path} cannot be read: ${messageOf(error)}.`,
      `Make it a readable file, or name another one with ${option}.`,
      { cause: error },
    );
  }
}
