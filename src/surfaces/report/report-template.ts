import { join } from "node:path";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import { packageFolder } from "#kernel/package-folder.ts";
import { readAllText } from "#kernel/plain-file.ts";

/** Where `npm run build` puts the screens. */
const builtTemplatePath = join(packageFolder, "dist", "web", "report-template.html");

/** The built screens as one page, still without a report in it. Throws FulcrumError `write-failed` when not built. */
export async function readReportTemplate(path: string = builtTemplatePath): Promise<string> {
  return await readAllText(path).catch((cause: unknown) => {
    throw new FulcrumError(
      "write-failed",
      `The screens of the report could not be read: ${messageOf(cause)}`,
      "Run `npm run build`, then write the report again.",
      { cause },
    );
  });
}
