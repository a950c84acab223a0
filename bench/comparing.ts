import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageFolder } from "#kernel/package-folder.ts";
import type { CompareContext } from "#ports/context.ts";
import { cloneFiles } from "#store/files/clones/clone-files.ts";

/** What comparing code is handed besides signs of life: as `main.ts` wires it, with threads from what was compiled. */
export const comparing: Pick<CompareContext, "clones" | "threads"> = {
  clones: cloneFiles,
  threads: { readCode: pathToFileURL(join(packageFolder, "dist", "read-code-worker.js")) },
};
