import { FulcrumError } from "#kernel/errors.ts";
import type { VerbContext } from "#ports/context.ts";

export interface KeepDocumentInput {
  readonly path: string;
  readonly text: string;
  /** Also where a file stands already. */
  readonly replace: boolean;
}

/** A document that people will edit is never written over unless asked for. Throws `write-failed`. */
export async function keepDocument(
  { outputs }: Pick<VerbContext, "outputs">,
  { path, text, replace }: KeepDocumentInput,
): Promise<void> {
  if (replace) return outputs.write(path, text);
  if (await outputs.create(path, text)) return;
  throw new FulcrumError(
    "write-failed",
    `${path} is there already.`,
    "Name another file with --out, or replace it with --force.",
  );
}
