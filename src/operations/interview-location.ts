import { dirname, join, resolve } from "node:path";
import type { OperationContext } from "#kernel/ports.ts";
import { interviewFile } from "./decision/read-declared.ts";
import { latestCacheFolder } from "./latest-assessment.ts";
import { readConfiguration } from "./read-configuration.ts";
import { readOrigin } from "./recall-report.ts";

/**
 * Where the next assessment will look for answers: the file that fulcrum.yaml names, else beside it, for the configuration of
 * the last assessment or else the one in the working folder. Throws `configuration-invalid`.
 */
export async function interviewLocation(
  context: Pick<OperationContext, "log">,
  { cacheHome, workingFolder }: { readonly cacheHome: string; readonly workingFolder: string },
): Promise<string> {
  const cache = await latestCacheFolder(cacheHome);
  const origin = cache === null ? null : await readOrigin(cache);
  const { path, configuration } = await readConfiguration(context, {
    path: origin?.configurationPath ?? null,
    lookIn: [workingFolder],
  });
  const folder = path === null ? workingFolder : dirname(path);
  return configuration.interview === null
    ? join(folder, interviewFile)
    : resolve(folder, configuration.interview);
}
