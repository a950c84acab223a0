import { stat } from "node:fs/promises";
import type { Report } from "#sections/report.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { OperationContext } from "#ports/context.ts";
import { createAtomically, writeAtomically } from "#store/files/atomic-write.ts";
import { parseConfiguration } from "./configuration/parse-configuration.ts";
import { composeConfiguration } from "./initial/compose-configuration.ts";
import { detectCatalogues, type DetectedCatalogue } from "./initial/detect-catalogues.ts";

export interface InitialConfigurationInput {
  readonly report: Report;
  readonly folders: readonly string[];
  readonly path: string;
  /** Replaces a file that is there. */
  readonly force: boolean;
}

export interface InitialConfiguration {
  readonly path: string;
  readonly catalogues: readonly DetectedCatalogue[];
}

/** Writes a commented `fulcrum.yaml` from what was found. Throws `usage` when there is one, `write-failed`. */
export async function writeInitialConfiguration(
  context: OperationContext,
  { report, folders, path, force }: InitialConfigurationInput,
): Promise<InitialConfiguration> {
  if (!force && (await exists(path))) throw isThere(path);
  const catalogues = await detectCatalogues(context, folders);
  const text = composeConfiguration(report, catalogues, context.clock.now());
  parseConfiguration(text, path); // a file that fulcrum itself refuses must never be written
  if (force) await writeAtomically(path, text);
  else if (!(await createAtomically(path, text))) throw isThere(path);
  return { path, catalogues };
}

/** A plain file: into a pipe there is nothing to lose. */
function exists(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function isThere(path: string): FulcrumError {
  return new FulcrumError(
    "usage",
    `${path} is there already.`,
    "Edit it, or write it anew with --force (its corrections will be lost).",
  );
}
