import { dirname, join, resolve } from "node:path";
import { FulcrumError } from "#kernel/errors.ts";
import type { VerbContext } from "#ports/context.ts";
import { interviewFile } from "../gathering/read-declared.ts";
import { readConfiguration } from "./read-configuration.ts";
import { standsInWhatIsRead } from "../reading/repositories-around.ts";

/**
 * Where the next assessment will look for answers: the file that fulcrum.yaml names, else beside it, for the configuration of
 * the last assessment or else the one in the working folder. Throws `configuration-invalid`, `usage`.
 */
export async function interviewLocation(
  context: Pick<VerbContext, "log" | "assessments">,
  { workingFolder }: { readonly workingFolder: string },
): Promise<string> {
  const { assessments } = context;
  const place = await assessments.latestPlace();
  const origin = place === null ? null : ((await assessments.current(place))?.origin ?? null);
  const { path, configuration } = await readConfiguration(context, {
    path: origin?.configurationPath ?? null,
    lookIn: [workingFolder],
    read: origin?.folders ?? [],
  });
  if (path === null && (await standsInWhatIsRead(workingFolder, origin?.folders ?? [])))
    throw new FulcrumError(
      "usage",
      `${join(workingFolder, interviewFile)} would stand in a repository that is read, where no assessment looks for answers.`,
      "Go to another folder, or name the file with --file, and under interview in fulcrum.yaml.",
    );
  const folder = path === null ? workingFolder : dirname(path);
  return configuration.interview === null
    ? join(folder, interviewFile)
    : resolve(folder, configuration.interview);
}
