import { stat } from "node:fs/promises";
import { FulcrumError } from "#kernel/errors.ts";
import type { AnswerContext, OperationContext, VerbContext } from "#ports/context.ts";
import { readParts } from "./answering/read-parts.ts";
import { parseConfiguration } from "./configuration/parse-configuration.ts";
import { composeConfiguration } from "./initial/compose-configuration.ts";
import { detectCatalogues, type DetectedCatalogue } from "./initial/detect-catalogues.ts";

export interface InitialConfigurationInput {
  /** Id of the assessment. */
  readonly assessment: string;
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
  context: OperationContext & AnswerContext & Pick<VerbContext, "outputs">,
  { assessment, folders, path, force }: InitialConfigurationInput,
): Promise<InitialConfiguration> {
  if (!force && (await exists(path))) throw isThere(path);
  const report = await readParts(context.assessments, assessment, [
    "organisation",
    "repositories",
    "components",
    "capabilities",
    "adoption",
  ]);
  const catalogues = await detectCatalogues(context, folders);
  const text = composeConfiguration(report, catalogues, context.clock.now());
  parseConfiguration(text, path); // a file that fulcrum itself refuses must never be written
  if (force) await context.outputs.write(path, text);
  else if (!(await context.outputs.create(path, text))) throw isThere(path);
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
