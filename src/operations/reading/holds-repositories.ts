import { resolve } from "node:path";
import type { OperationContext } from "#ports/context.ts";
import { discoverRepositories } from "#sources/git/discover.ts";

/** Is there a repository below any of these folders? A folder that cannot be read counts as none: reading it will say why. */
export async function holdsRepositories(
  context: OperationContext,
  input: { readonly folders: readonly string[] },
): Promise<boolean> {
  for (const folder of input.folders) {
    context.signal.throwIfAborted();
    try {
      if ((await discoverRepositories(resolve(folder))).repositories.length > 0) return true;
    } catch (error) {
      context.log.debug(String(error));
    }
  }
  return false;
}
