import { realpath, stat } from "node:fs/promises";
import { FulcrumError } from "#kernel/errors.ts";
import type { VerbContext } from "#ports/context.ts";

export interface ExportReportInput {
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[];
}

/** Writes a report in its forms, each whole or not at all. Throws `write-failed`. */
export async function exportReport(
  { outputs }: Pick<VerbContext, "outputs">,
  { files }: ExportReportInput,
): Promise<void> {
  for (const { path, content } of files) await outputs.write(path, content);
}

/** Two outputs into one file would lose the first in silence; pipes and devices take both. Throws `usage`. */
export async function refuseOneFileForTwo(first: string, second: string): Promise<void> {
  const [one, other] = await Promise.all([first, second].map(realPlace));
  if (one !== other || one === undefined) return;
  const isPlain = await stat(one).then(
    (found) => found.isFile(),
    () => true,
  );
  if (isPlain)
    throw new FulcrumError(
      "usage",
      `--out and --json name the same file, ${one}: the page would be lost.`,
      "Name two files, or leave one out (--no-out).",
    );
}

function realPlace(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
