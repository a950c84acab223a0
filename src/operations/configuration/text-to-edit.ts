import { FulcrumError, messageOf } from "#kernel/errors.ts";
import type { VerbContext } from "#ports/context.ts";

/**
 * Text that an operation adds to; one that is not there reads as empty. `option` of the command line names another file.
 * Throws `configuration-invalid`.
 */
export async function textToEdit(
  { declared }: Pick<VerbContext, "declared">,
  path: string,
  option: "--config" | "--file",
): Promise<string> {
  try {
    return await declared.text(path);
  } catch (error) {
    throw new FulcrumError(
      "configuration-invalid",
      `${path} cannot be read: ${messageOf(error)}.`,
      `Make it a readable file, or name another one with ${option}.`,
      { cause: error },
    );
  }
}
