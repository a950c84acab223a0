import { FulcrumError } from "#kernel/errors.ts";
import { createAtomically, writeAtomically } from "#store/files/atomic-write.ts";

/** A document that people will edit is never written over unless asked for. Throws `write-failed`. */
export async function keepDocument(path: string, text: string, replace: boolean): Promise<void> {
  if (replace) return writeAtomically(path, text);
  if (await createAtomically(path, text)) return;
  throw new FulcrumError(
    "write-failed",
    `${path} is there already.`,
    "Name another file with --out, or replace it with --force.",
  );
}
